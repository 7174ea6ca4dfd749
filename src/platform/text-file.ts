/** A text that a person takes away: a file where the browser downloads, else on the clipboard. */
import { copyText, type Outcome } from './phone';
import { download, inWeChat } from './picture';

/** WeChat's browser downloads nothing, and a mini-program has no folder that a person can open. */
export const keepsFiles = (): boolean => process.env.TARO_ENV === 'h5' && !inWeChat();

/** `name`: the file's, with its ending. */
export function keepText(text: string, name: string): Promise<Outcome> {
  if (!keepsFiles()) return copyText(text);
  download(new Blob([text], { type: 'application/json' }), name);
  return Promise.resolve('done');
}
