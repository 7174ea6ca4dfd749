/** Mini-program codes from WeChat (`getUnlimitedQRCode`). A scene's code never changes: one that came is kept. */
import { LRUCache } from 'lru-cache';
import type { WechatApi } from './wechat-api';
import { errcodeOf } from './wechat-api';
import { etagOf } from '../http/encoding';

/** Where a code leads. */
const PAGE = 'packages/slogans/index';
/** Pixels; a card draws it smaller. */
const WIDTH = 430;
/** More than two years' cards in all designs; some 80 KB each. */
const MOST_KEPT = 128;
const MOST_BYTES = 512 * 1024;
/** After WeChat has failed it is left alone for a while, however many phones ask. */
const REST_MS = 10_000;

export interface CodePicture {
  readonly type: 'image/png' | 'image/jpeg';
  readonly bytes: Buffer;
  readonly etag: string;
}

/** `error`: WeChat's code, or a word of ours. */
export type CodeAnswer =
  { readonly ok: true; readonly picture: CodePicture } | { readonly ok: false; readonly error: string };

function typeOf(bytes: Buffer): CodePicture['type'] | null {
  if (bytes.subarray(0, 4).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47]))) return 'image/png';
  return bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff])) ? 'image/jpeg' : null;
}

export class MiniProgramCodes {
  private readonly kept = new LRUCache<string, CodePicture>({ max: MOST_KEPT });
  private readonly asked = new Map<string, Promise<CodeAnswer>>();
  private restsUntil = -Infinity;

  constructor(
    private readonly api: WechatApi,
    private readonly now: () => number,
  ) {}

  /** What is in memory. */
  find(scene: string): CodePicture | undefined {
    return this.kept.get(scene);
  }

  /** From memory, else from WeChat; who asks for what is under way waits with the others. Never throws. */
  async get(scene: string): Promise<CodeAnswer> {
    const picture = this.find(scene);
    if (picture) return { ok: true, picture };
    const underWay = this.asked.get(scene);
    if (underWay) return underWay;
    if (this.now() < this.restsUntil) return { ok: false, error: 'resting' };
    const asking = this.fetch(scene).finally(() => this.asked.delete(scene));
    this.asked.set(scene, asking);
    return asking;
  }

  private async fetch(scene: string): Promise<CodeAnswer> {
    // `check_path` would ask that the page is in the version that is released by now.
    const wish = { scene, page: PAGE, check_path: false, width: WIDTH };
    const answer = await this.api.ask('/wxa/getwxacodeunlimit', wish);
    const type = answer.ok && answer.body.length <= MOST_BYTES ? typeOf(answer.body) : null;
    if (!answer.ok || type === null) {
      this.restsUntil = this.now() + REST_MS;
      return { ok: false, error: answer.ok ? String(errcodeOf(answer.body) ?? 'garbage') : answer.error };
    }
    const picture = { type, bytes: answer.body, etag: etagOf(answer.body) };
    this.kept.set(scene, picture);
    return { ok: true, picture };
  }
}
