/** What `fake-taro.ts` knows of its phone: what a test sets up, and what the app did to it. */

/** What the server says to one request; `hang`: nothing, ever. */
export type Scripted =
  | { readonly status?: number; readonly body: string; readonly header?: Readonly<Record<string, string>> }
  | 'offline'
  | 'timeout'
  | 'hang';

/** One request as it went out. */
export interface Sent {
  readonly method: string;
  readonly url: string;
  /** The `Authorization` header; empty without one. */
  readonly authorization: string;
  /** The `If-Match` header; empty without one. */
  readonly ifMatch: string;
  /** As JSON; `undefined` without one. */
  readonly body: unknown;
}

interface Degrees {
  readonly latitude: number;
  readonly longitude: number;
}

export type ShareHook = () => Readonly<Record<string, unknown>>;
export type Listener = () => void;
export type NetworkListener = (status: { isConnected: boolean; networkType: string }) => void;

export class PhoneState {
  server: (url: string, sent: Sent) => Scripted | Promise<Scripted> = (url) => ({
    status: 404,
    body: `no such path: ${url}`,
  });
  /** Every url asked for, in order. */
  requests: string[] = [];
  /** Every request in full, in order. */
  sent: Sent[] = [];
  /** Requests given up by the app. */
  aborted: string[] = [];
  storage = new Map<string, string>();
  /** Characters that the storage holds in all, keys included. */
  quota = Infinity;
  /** Writes and removals that still take effect; after them the app counts as killed, and nothing it does stays. */
  writesLeft = Infinity;
  /** Keys of all writes, in order. */
  written: string[] = [];
  /** The storage refuses everything, as with cookies blocked in a browser. */
  storageOff = false;
  /** `navigateTo /packages/event/index?id=1` */
  opened: string[] = [];
  pages = 1;
  params: Record<string, string | undefined> = {};
  /** `makePhoneCall {"phoneNumber":"12315"}` */
  acts: string[] = [];
  /** The person refuses whatever asks, and leaves what can be left. */
  refusing = false;
  shown = new Set<Listener>();
  hidden = new Set<Listener>();
  network = new Set<NetworkListener>();
  pageShown = new Set<Listener>();
  pageHidden = new Set<Listener>();
  pulledDown = new Set<Listener>();
  pullDownsStopped = 0;
  /** What `wx.login` gives, one after the other; `null`: it fails. */
  loginCodes: (string | null)[] = ['code-1', 'code-2', 'code-3'];
  /** 0–1 */
  brightness = 0.4;
  keptOn = false;
  /** What the person answers to a question that stops everything. */
  says: boolean | Promise<boolean> = true;
  /** Templates that the person does not agree to. */
  declined: string[] = [];
  /** What WeChat says when a picture is put into the album; `null`: done. */
  albumSays: string | null = null;
  /** What the settings say of the album when the person comes back from them. */
  albumOpened = true;
  /** Where the phone is, or how WeChat says that it does not tell. */
  located: Degrees | Promise<Degrees> | string = { latitude: 29.65, longitude: 91.1 };
  /** The node of every drawing area, seen or not; `null`: the phone gives none. */
  canvas: object | null = null;
  /** Pictures made of canvases: `tmp/1-1080x1440.png` is the first one's file. */
  pictures = 0;
  /** What is held before the scanner, one after the other; with nothing left the person goes back. */
  scans: string[] = [];
  /** The person does not let the app use the camera. */
  cameraDenied = false;
  /** WeChat's number for the way the app was opened; 1154: the timeline's single page. */
  scene = 1001;
  /** What WeChat tells of itself. */
  baseInfo: Readonly<Record<string, unknown>> = { fontSizeSetting: 17 };
  /** What the open page offers to a friend, and to the timeline. */
  appMessage: ShareHook | null = null;
  timeline: ShareHook | null = null;
}
