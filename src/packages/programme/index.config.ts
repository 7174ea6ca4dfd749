export default definePageConfig({ navigationBarTitleText: '活动方案', enableShareAppMessage: true });
