/** What is over already when a trial begins, so that figures and summaries have something to count. */
import type { SampleRow } from './row';

export const PAST: readonly SampleRow[] = [
  {
    item: 't059',
    title: '消费品质量安全进社区',
    about: '在社区广场摆咨询台，教居民看懂标签和合格证。',
    day: -2,
    from: '10:00',
    to: '12:00',
    venue: { name: '社区广场', town: '城关' },
  },
  {
    item: 't058',
    title: '检验检测机构开放日：一杆秤的检定',
    about: '看检定员怎样检定一杆秤，带来的秤现场免费检。',
    day: -1,
    from: '10:00',
    to: '12:00',
    venue: { name: '计量检定实验室', town: '城关' },
  },
  {
    item: 't056',
    title: '食品安全科普讲座',
    about: '讲讲食品添加剂和保质期，现场答疑。',
    day: -1,
    from: '15:00',
    to: '16:30',
    venue: { name: '文化活动中心', town: '城关' },
  },
];
