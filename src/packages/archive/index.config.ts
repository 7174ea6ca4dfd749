export default definePageConfig({ navigationBarTitleText: '往年质量月' });
