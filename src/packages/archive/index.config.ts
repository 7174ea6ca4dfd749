export default definePageConfig({ navigationBarTitleText: '往年质量月', enableShareAppMessage: true });
