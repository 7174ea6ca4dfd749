import { eventReadings, itemReadings, readOut } from './pinyin';

test.each([
  ['开放日', 'kfr'],
  ['检验检测机构开放日', 'jyjcjgkfr'],
  ['民用“三表”计量科普', 'mysbjlkp'],
  ['QC小组成果发表', 'qcxzcgfb'],
  ['ＱＣ小组', 'qcxz'],
  ['12315消费维权', 'xfwq'],
  ['重庆重视重量', 'cqzszl'],
  ['质量强企、强链、强县（区、镇）', 'zlqqqlqxqz'],
  ['【示例】 Open Day', 'slopenday'],
  ['', ''],
  ['《》', ''],
])('%s → %s', (text, initials) => {
  expect(readOut(text).initials).toBe(initials);
});

test.each([
  ['质量月', 'ZhiLiangYue'],
  ['拉萨市', 'LaSaShi'],
  ['重庆重视重量', 'ChongQingZhongShiZhongLiang'],
  ['女工绿色班组', 'NvGongLvSeBanZu'],
  ['ＱＣ小组 12315', 'XiaoZu'],
  ['a啊 𠮷祥', 'AXiang'],
  ['', ''],
])('%s → %s in whole', (text, syllables) => {
  expect(readOut(text).syllables).toBe(syllables);
});

test('an event is found by its title, its venue and its organiser, but not across them', () => {
  const event = {
    title: '走进实验室',
    venue: { name: '文化中心', address: '某路', latitude: 29, longitude: 91 },
    organiser: { name: '市局' },
    region: '540100',
  };
  expect(eventReadings(event)).toEqual({
    initials: 'zjsys whzx sj',
    pinyin: 'ZouJinShiYanShi WenHuaZhongXin ShiJu LaSaShi',
  });
  expect(eventReadings({ ...event, venue: null }).initials).toBe('zjsys sj');
  expect(itemReadings({ name: '首席质量官' })).toEqual({ initials: 'sxzlg', pinyin: 'ShouXiZhiLiangGuan' });
});
