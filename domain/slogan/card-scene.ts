/**
 * Which card a mini-program code leads to, in the little that WeChat lets such a code carry: 32 characters of digits,
 * letters and ``!#$&'()*+,/:;=?@-._~`` (微信小程序文档, getUnlimitedQRCode: scene).
 */
import { THEME_KEY } from './slogan';

export const DESIGNS = ['solemn', 'light', 'paper-cut', 'poster'] as const;
export type Design = (typeof DESIGNS)[number];

export interface CardPlace {
  readonly campaign: string;
  /** `theme`, or a slogan's number. */
  readonly card: string;
  readonly design: Design;
}

const MOST = 32;
const SCENE = new RegExp(`^([A-Za-z0-9_-]+)/(${THEME_KEY}|[1-9]\\d{0,2})/(${DESIGNS.join('|')})$`);

/** `2025/3/light`; `null` where a code cannot carry it. */
export function sceneOf({ campaign, card, design }: CardPlace): string | null {
  const scene = `${campaign}/${card}/${design}`;
  return scene.length <= MOST && SCENE.test(scene) ? scene : null;
}

/** The card that a scene names, whether or not there is one; `null` for a scene that is none of ours. */
export function parseScene(scene: string): CardPlace | null {
  const [, campaign, card, named] = (scene.length <= MOST && SCENE.exec(scene)) || [];
  const design = DESIGNS.find((each) => each === named);
  return campaign === undefined || card === undefined || design === undefined ? null : { campaign, card, design };
}
