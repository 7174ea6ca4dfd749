import money from './cases/money.json';

/** Money as what a text is about: names of things and bodies, consumers' matters, damages, fines, bank notes, shops. */
export const ABOUT_MONEY = [
  ...money.allowed,
  '高速公路收费站计量检定',
  '停车收费系统怎么检定',
  '收费公路服务区质量提升',
  '定金和订金有什么区别',
  '预付卡退款难怎么办',
  '健身房会员费纠纷案例',
  '培训费退费难投诉指南',
  '质押金融与质量融资',
  '假一赔十，最低赔1000元',
  '为消费者挽回损失12.5万元',
  '罚款5万元的案例解读',
  '识别100元纸币真伪',
  '十元店里的商品质量',
  '质量奖奖励100万元',
  '降本增效200万元的QC成果',
  '缴费终端计量检定',
];
/** The same words, asking after all. */
export const ASKING = [
  ...money.refused,
  '收费标准见现场',
  '押金100元，现场退还',
  '报名费如何缴',
  '迟到罚款50元',
  '补贴后每人50元',
  '原价赔本价99元一位',
  '三十块一人',
  '每人50',
  '资料费如有纠纷也要交，每份30元',
  '每人投入200元',
  '交100元人民币',
  '十元店门口交十元',
  '检测费现场付',
];
