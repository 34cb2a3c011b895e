import type { Messages } from './en.ts';
import first from './ar/first-chapter.ts';
import models from './ar/models-chapter.ts';
import other from './ar/other-chapter.ts';

export default { ...first, ...models, ...other } satisfies Messages;
