export default definePageConfig({ navigationBarTitleText: '活动方案' });
