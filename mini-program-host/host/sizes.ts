/** Heights of what WeChat draws around a page on the phone that the host plays, in px. host.css has the same numbers. */
export const barHeights = { statusBar: 47, titleBar: 44, tabBar: 48, safeBottom: 34 };
