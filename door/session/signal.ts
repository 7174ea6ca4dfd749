/** A verdict for hands and ears: a buzz, and a tone if wanted. */
import type { Tone, VerdictView } from '../../domain/check-in/verdict-view';

/** One buzz is yes, two a question, three no. In ms. */
const BUZZES: Readonly<Record<Tone, number[]>> = {
  ok: [80],
  undone: [80],
  already: [120, 80, 120],
  unknown: [120, 80, 120],
  ask: [120, 80, 120],
  refused: [200, 80, 200, 80, 200],
  unkept: [200, 80, 200, 80, 200],
};
const OK_HZ = 880;
const OTHER_HZ = 330;
const TONE_S = 0.15;

let audio: AudioContext | null = null;

function sound(hz: number): void {
  audio ??= new AudioContext();
  const tone = audio.createOscillator();
  tone.frequency.value = hz;
  tone.connect(audio.destination);
  tone.start();
  tone.stop(audio.currentTime + TONE_S);
}

export function signal({ tone }: VerdictView, withSound: boolean): void {
  const phone: { readonly vibrate?: (pattern: number[]) => boolean } = navigator;
  phone.vibrate?.(BUZZES[tone]);
  if (withSound) sound(tone === 'ok' ? OK_HZ : OTHER_HZ);
}
