/** Questions that stop everything else. */
import Taro from '@tarojs/taro';
import { askInBrowser, type Question } from './browser-dialog';

/** Whether the person said yes. Closing the question is a no. */
export async function confirm(question: Question): Promise<boolean> {
  if (process.env.TARO_ENV === 'h5') return askInBrowser(question);
  const { title, text, yes, no } = question;
  try {
    const { confirm } = await Taro.showModal({
      title,
      content: text,
      confirmText: yes,
      cancelText: no,
      confirmColor: '#B8211B',
    });
    return confirm;
  } catch {
    return false;
  }
}

/** A word that goes by itself. */
export function toast(title: string): void {
  Taro.showToast({ title, icon: 'none', duration: 2500 }).catch(() => undefined);
}
