import './ui/fonts.css';
import './ui/tokens.css';
import './ui/base.css';
import { start } from './app/start.ts';

void start(document.querySelector('#app')!);
