/** Reading aloud. Browsers speak by themselves; WeChat would need a plugin, so the mini-program does not offer it. */

export function canSpeak(): boolean {
  return process.env.TARO_ENV === 'h5' && 'speechSynthesis' in window && 'SpeechSynthesisUtterance' in window;
}

const browser = (): SpeechSynthesis => window.speechSynthesis;

/** A little slower than a person speaks. */
const RATE = 0.9;

/** How the reading ended: at its end, because it was stopped, or because the phone has no voice for it. */
export type SpeechEnd = 'done' | 'stopped' | 'failed';

/**
 * Reads the sentences one after another, after ending whatever is being read. One long text would not do: Chrome falls
 * silent 15 seconds into an utterance. The answer comes once.
 */
export function speak(sentences: readonly string[]): Promise<SpeechEnd> {
  if (!canSpeak() || sentences.length === 0) return Promise.resolve('failed');
  stopSpeaking();
  return new Promise((resolve) => {
    sentences.forEach((sentence, index) => {
      const utterance = new SpeechSynthesisUtterance(sentence);
      utterance.lang = 'zh-CN';
      utterance.rate = RATE;
      utterance.onerror = ({ error }) => {
        resolve(error === 'canceled' || error === 'interrupted' ? 'stopped' : 'failed');
      };
      if (index === sentences.length - 1) {
        utterance.onend = () => {
          resolve('done');
        };
      }
      browser().speak(utterance);
    });
  });
}

export function stopSpeaking(): void {
  if (canSpeak()) browser().cancel();
}
