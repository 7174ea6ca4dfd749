import type { Page } from 'playwright-core';
import type { RecordedCall } from './launch-options';

/**
 * What to act on: a selector when it starts with `#`, `.`, `[` or `css=`; otherwise the text or label that a person
 * would name it by, whole before part.
 */
export type Target = string;

export interface RestartOptions {
  /** A page to open, with its query, instead of the first. */
  path?: string;
  /** WeChat's scene; 1154 is the timeline's single page. The browser build knows no scenes. */
  scene?: number;
}

/** A person with a phone, on either target: one scenario drives the mini-program and the browser build. */
export interface AppDriver {
  readonly target: 'weapp' | 'h5';
  /** The browser's page, for `route()` and whatever else a test of one kind needs. */
  readonly page: Page;

  tap(target: Target): Promise<void>;
  longPress(target: Target): Promise<void>;
  /** Types into a field, named by its label, placeholder or selector. */
  fill(target: Target, value: string): Promise<void>;
  /** Chooses in the picker that `target` opens: one text for each of its columns. */
  pick(target: Target, values: string[]): Promise<void>;
  /** The visible text of the open page, its title and what lies over it. */
  text(): Promise<string>;
  waitText(text: string | RegExp): Promise<void>;
  waitGone(text: string | RegExp): Promise<void>;
  title(): Promise<string>;
  /** The open page's route, without its query. */
  route(): Promise<string>;
  back(): Promise<void>;
  switchTab(name: string): Promise<void>;
  pullDown(): Promise<void>;
  scrollToEnd(): Promise<void>;
  background(): Promise<void>;
  foreground(): Promise<void>;
  /** Ends the app and opens it again; what it stored stays. */
  restart(options?: RestartOptions): Promise<void>;
  setOffline(offline: boolean): Promise<void>;
  /** What is stored, as the text it is stored as. */
  storage(): Promise<Record<string, string>>;
  /** Plants a stored value as raw text, valid or not. */
  plant(key: string, text: string): Promise<void>;
  /** Errors the app has let escape, in the order they came. */
  errors(): Promise<string[]>;
  stats(): Promise<ScreenStats>;
  screenshot(picture: Picture): Promise<void>;
  close(): Promise<void>;
}

/** A picture of the screen: a JPEG where a quality is given, else a PNG. */
export interface Picture {
  readonly path: string;
  /** From 0 to 100. */
  readonly quality?: number;
}

export interface ScreenStats {
  /** Elements of the open page. */
  nodes: number;
  depth: number;
  /** The most children one element has. */
  children: number;
  /** The longest time that scripts kept the page from answering, in ms; 0 when none reached 50. */
  longestTask: number;
}

export interface EngineStats extends ScreenStats {
  setData: { count: number; largest: number; total: number; firstScreen: number };
}

/** What only the mini-program's host can tell or be told. */
export interface EngineDriver extends AppDriver {
  readonly target: 'weapp';
  /** The calls of one `wx` function since the launch, oldest first. */
  calls(name: string): Promise<RecordedCall[]>;
  /** From now on the API refuses, as if the person had said no; later launches keep it so. */
  deny(api: string): Promise<void>;
  allow(api: string): Promise<void>;
  /** From now on the API answers this; `{ fail: 'reason' }` makes it fail. */
  answer(api: string, result: Record<string, unknown>): Promise<void>;
  /** The pictures saved to the album since the launch, oldest first. */
  album(): Promise<Buffer[]>;
  /** One of the phone's files, by the path that the app knows it by. */
  file(path: string): Promise<Buffer>;
  /** Holds a code before the open page's camera; fails where it is off or does not scan. */
  scan(text: string, type?: string): Promise<void>;
  /** Whether the open page's camera gives light. */
  isTorchOn(): Promise<boolean>;
  /** The person takes a screenshot. */
  captureScreen(): Promise<void>;
  /** Shares the open page to a friend: what its `onShareAppMessage` gives. */
  share(): Promise<Record<string, unknown>>;
  shareTimeline(): Promise<Record<string, unknown>>;
  stats(): Promise<EngineStats>;
}
