export default definePageConfig({
  navigationBarTitleText: '口号卡片',
  enableShareAppMessage: true,
  enableShareTimeline: true,
});
