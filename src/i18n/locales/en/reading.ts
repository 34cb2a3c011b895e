export default {
	wrap: 'Wrap long lines',
	saveCode: 'Save the code as a file',
	copyTable: 'Copy the table',
	saveTable: 'Save the table as CSV',
	tableFile: 'table.csv',
	saved: (p: { name: string }) => `Saved as ${p.name}`,
	saveFailed:
		'The file could not be saved. The text is still here. Try another place or copy it instead.',
	note: (p: { label: string }) => `Note ${p.label}`,
	backToText: (p: { label: string }) => `Back to the text from note ${p.label}`,
	formula: 'Formula',
	showPage: 'Show as a page',
	showDrawing: 'Show as a drawing',
	pageFrame: 'The page, shown',
	pageNote: 'Shown without its scripts. Nothing is fetched, and no link works.',
	drawing: 'Drawing',
	drawingFailed: 'This is not a whole drawing. Its source is above.',
};
