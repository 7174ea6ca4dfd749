/** Questions that stop everything else. */
import Taro from '@tarojs/taro';

export interface Question {
  readonly title: string;
  readonly text: string;
  readonly yes: string;
  readonly no: string;
}

/** Whether the person said yes. Closing the question is a no. */
export async function confirmWith({ title, text, yes, no }: Question): Promise<boolean> {
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
export function say(title: string): void {
  Taro.showToast({ title, icon: 'none', duration: 2500 }).catch(() => undefined);
}
