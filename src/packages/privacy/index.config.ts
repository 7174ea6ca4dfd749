export default definePageConfig({ navigationBarTitleText: '报名隐私说明' });
