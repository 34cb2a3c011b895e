/** A language that code may be written in. */
export interface CodeLanguage {
	/** What may stand behind a fence, in small letters. */
	readonly names: readonly string[];
	/** How a file of it ends, without the dot. */
	readonly extension: string;
	/** The name of its grammar in highlight.js; without one it is shown in one colour. */
	readonly grammar?: string;
}

/** The languages that models write most. */
const LANGUAGES: readonly CodeLanguage[] = [
	{ names: ['bash', 'sh', 'shell', 'zsh', 'console'], extension: 'sh', grammar: 'bash' },
	{ names: ['c', 'h'], extension: 'c', grammar: 'c' },
	{ names: ['cpp', 'c++', 'cc', 'cxx', 'hpp'], extension: 'cpp', grammar: 'cpp' },
	{ names: ['csharp', 'cs', 'c#'], extension: 'cs', grammar: 'csharp' },
	{ names: ['css'], extension: 'css', grammar: 'css' },
	{ names: ['diff', 'patch'], extension: 'diff', grammar: 'diff' },
	{ names: ['go', 'golang'], extension: 'go', grammar: 'go' },
	{ names: ['html', 'htm', 'xhtml'], extension: 'html', grammar: 'xml' },
	{ names: ['ini', 'toml', 'conf'], extension: 'ini', grammar: 'ini' },
	{ names: ['java'], extension: 'java', grammar: 'java' },
	{ names: ['javascript', 'js', 'jsx', 'mjs', 'cjs'], extension: 'js', grammar: 'javascript' },
	{ names: ['json', 'jsonc', 'json5', 'jsonl'], extension: 'json', grammar: 'json' },
	{ names: ['kotlin', 'kt'], extension: 'kt', grammar: 'kotlin' },
	{ names: ['lua'], extension: 'lua', grammar: 'lua' },
	{ names: ['makefile', 'make'], extension: 'mk', grammar: 'makefile' },
	{ names: ['markdown', 'md'], extension: 'md', grammar: 'markdown' },
	{ names: ['perl', 'pl'], extension: 'pl', grammar: 'perl' },
	{ names: ['php'], extension: 'php', grammar: 'php' },
	{ names: ['powershell', 'ps1', 'pwsh'], extension: 'ps1' },
	{ names: ['python', 'py', 'python3'], extension: 'py', grammar: 'python' },
	{ names: ['r'], extension: 'r', grammar: 'r' },
	{ names: ['ruby', 'rb'], extension: 'rb', grammar: 'ruby' },
	{ names: ['rust', 'rs'], extension: 'rs', grammar: 'rust' },
	{ names: ['scss', 'sass'], extension: 'scss', grammar: 'scss' },
	{ names: ['sql', 'mysql', 'sqlite', 'postgresql'], extension: 'sql', grammar: 'sql' },
	{ names: ['svg'], extension: 'svg', grammar: 'xml' },
	{ names: ['swift'], extension: 'swift', grammar: 'swift' },
	{ names: ['typescript', 'ts', 'tsx'], extension: 'ts', grammar: 'typescript' },
	{ names: ['xml', 'xsl', 'plist'], extension: 'xml', grammar: 'xml' },
	{ names: ['yaml', 'yml'], extension: 'yaml', grammar: 'yaml' },
	{ names: ['csv'], extension: 'csv' },
	{ names: ['latex', 'tex'], extension: 'tex' },
	{ names: ['mermaid'], extension: 'mmd' },
	{ names: ['svelte'], extension: 'svelte', grammar: 'xml' },
	{ names: ['vue'], extension: 'vue', grammar: 'xml' },
];

const byName = new Map(
	LANGUAGES.flatMap((language) => language.names.map((name) => [name, language] as const)),
);

/** The language that a fence names, if it is a known one. */
export function codeLanguage(name: string | undefined): CodeLanguage | undefined {
	return byName.get(name?.toLowerCase() ?? '');
}

/** What a file of code in this language is called. */
export function codeFileName(name: string | undefined): string {
	return `code.${codeLanguage(name)?.extension ?? 'txt'}`;
}
