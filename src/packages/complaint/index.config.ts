export default definePageConfig({ navigationBarTitleText: '12315', enableShareAppMessage: true });
