export default definePageConfig({ navigationBarTitleText: '反映与反馈' });
