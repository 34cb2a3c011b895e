import type { Messages } from './en.ts';
import first from './zh/first-chapter.ts';
import models from './zh/models-chapter.ts';
import other from './zh/other-chapter.ts';

export default { ...first, ...models, ...other } satisfies Messages;
