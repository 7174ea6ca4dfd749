export default definePageConfig({ navigationBarTitleText: '12315' });
