/** The pseudo-locale of tests and development: English made long and right-to-left. */
export const PSEUDO_TAG = 'ar-XB';
