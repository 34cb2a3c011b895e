import type { Messages } from './en.ts';
import first from './fa/first-chapter.ts';
import models from './fa/models-chapter.ts';
import other from './fa/other-chapter.ts';

export default { ...first, ...models, ...other } satisfies Messages;
