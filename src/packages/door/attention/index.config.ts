export default definePageConfig({ navigationBarTitleText: '需处理' });
