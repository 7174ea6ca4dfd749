export default definePageConfig({
  navigationBarTitleText: '质量月',
  navigationBarBackgroundColor: '#B8211B',
  navigationBarTextStyle: 'white',
  enablePullDownRefresh: true,
  enableShareAppMessage: true,
});
