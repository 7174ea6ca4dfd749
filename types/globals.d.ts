/** The server's address, put in by the build (`TARO_APP_API_BASE`); empty in the browser, which uses its own origin. */
declare const API_BASE: string;

/** Whether the mini-program may ask where the person is; the build says so (`TARO_APP_LOCATION=on`). */
declare const LOCATION_OFFERED: boolean;

declare module '*.scss';
