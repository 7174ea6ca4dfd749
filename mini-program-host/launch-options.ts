/** What the driver tells the page about a launch; it travels in the page's address. */
export interface LaunchSettings {
  /** A page to open instead of the first one, with its query: `packages/ticket/index?id=1`. */
  path?: string;
  /** How the app was opened: 1001 from the list, 1007 from a friend's card, 1154 the timeline's single page. */
  scene: number;
  /** APIs that refuse, as if the person had said no. */
  denied: string[];
  /** Answers given instead of the built-in ones, by API. */
  answers: Record<string, unknown>;
  offline: boolean;
  /** Registered request domains; every domain when absent. */
  domains?: string[];
  /** Addresses that the build has in it, and where their requests go instead. */
  forward: Record<string, string>;
  /** Android is the stricter of the two: WeChat's engine there has no ICU. */
  system: 'android' | 'ios';
  /** WeChat's font size setting, in px; 17 is the middle. */
  fontSize: number;
}

export const defaultLaunch: LaunchSettings = {
  scene: 1001,
  denied: [],
  answers: {},
  offline: false,
  forward: {},
  system: 'android',
  fontSize: 17,
};

export interface RecordedCall {
  name: string;
  args: unknown[];
}
