/** A campaign as the console makes it: its notice, and what is official in it. */
import type { ProgrammeItem } from '../../domain/campaign/campaign';
import type { NextCampaign } from '../../domain/campaign/next-campaign';

export const NOTICE = `关于开展2027年全国“质量月”活动的通知
测检〔2027〕1号
各有关单位：
一、活动主题
质量强国 你我同行
二、活动内容
（一）开展质量开放日。各地组织实验室开放日，
方便群众就近参加。
（二）开展质量培训。组织质量知识培训班。
三、活动口号
质量第一 安全至上
`;

export const NEXT_CAMPAIGN: NextCampaign = {
  theme: '质量强国 你我同行',
  period: { from: '2027-09-01', to: '2027-09-30' },
  deadline: '2027-10-09',
  slogans: ['质量第一 安全至上'],
  documents: [
    {
      documentNo: '测检〔2027〕1号',
      title: '关于开展2027年全国“质量月”活动的通知',
      leadIssuer: '市场监管总局',
      issuers: 26,
      issuedOn: '2027-08-20',
      scope: '100000',
      text: NOTICE,
    },
  ],
};

export const PROGRAMME_OF_NEXT: readonly ProgrammeItem[] = [
  {
    ...{ id: 'n001', name: '实验室开放日', documentNo: '测检〔2027〕1号', paragraph: '二(一)', kind: '开放日' },
    ...{ audiences: ['公众'], signUp: true },
  },
];

export const ITEM_HEADING = '编号,名称,文件号,段落,类型,对象,可报名';
export const ITEM_ROWS = [
  'n001,实验室开放日,测检〔2027〕1号,二(一),开放日,公众,是',
  'n002,质量知识培训班,测检〔2027〕1号,二(二),培训宣贯,企业、机构,是',
];

/** A multipart body with a CSV of items. */
export const itemsFile = (rows: readonly string[] = ITEM_ROWS): { contentType: string; payload: Buffer } => ({
  contentType: 'multipart/form-data; boundary=x',
  payload: Buffer.from(
    `--x\r\ncontent-disposition: form-data; name="file"; filename="items.csv"\r\ncontent-type: text/csv\r\n\r\n${[ITEM_HEADING, ...rows].join('\r\n')}\r\n--x--\r\n`,
  ),
});
