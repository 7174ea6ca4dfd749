export default definePageConfig({ navigationBarTitleText: '附近的活动', enableShareAppMessage: true });
