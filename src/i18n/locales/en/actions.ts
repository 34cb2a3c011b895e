export default {
	cancel: 'Cancel',
	close: 'Close',
	copy: 'Copy',
	copied: 'Copied',
	copyFailed: 'The browser did not allow copying. Select the text and copy it yourself.',
	delete: 'Delete',
	deleted: 'Deleted',
	dismiss: 'Dismiss',
	more: 'More',
	reload: 'Reload',
	retry: 'Try again',
	undo: 'Undo',
};
