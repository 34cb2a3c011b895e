import type { Messages } from './en.ts';
import first from './fr/first-chapter.ts';
import models from './fr/models-chapter.ts';
import other from './fr/other-chapter.ts';

export default { ...first, ...models, ...other } satisfies Messages;
