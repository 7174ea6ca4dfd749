/** What the door says in the mini-program alone; the rest is in `words/door`. */
export const doorPage = {
  scanByWechat: '微信扫码',
  allowCamera: '去设置',
  cameraDenied: '没有相机权限。请在设置里允许使用摄像头，也可以用微信扫码或输入凭证号。',
  cameraFailed: '相机没有打开。可以用微信扫码或输入凭证号。',
  exported: '已复制，请粘贴发给主办单位的工作人员',
  exportFailed: '没有复制成功，请再试一次',
  offlineOk: '离线放行',
  party: '这次来了几位',
  letIn: (count: number) => `放行 ${count} 位`,
  walkInOf: (count: number) => `现场来访 ${count} 人`,
  unpairTitle: '解除配对？',
} as const;
