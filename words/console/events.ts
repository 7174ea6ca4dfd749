export const eventsWords = {
  title: '活动',
  lead: (total: number) => `共 ${total} 场`,
  leadMore: (shown: number) => `${shown} 场以上`,
  create: '新建活动',
  filters: '筛选活动',
  whose: '谁的活动',
  of: { own: '本机构', below: '下级机构' },
  q: '搜索标题',
  state: '状态',
  allStates: '全部状态',
  from: '从',
  to: '到',
  badSpan: '结束日期早于开始日期，请修改。',
  columns: {
    title: '活动',
    organisation: '发布机构',
    time: '时间',
    region: '地区',
    state: '状态',
    seats: '报名',
    acts: '操作',
  },
  untitled: '（还没有标题）',
  noTime: '时间待定',
  seats: (taken: number, capacity: number) => `${taken} / ${capacity}`,
  waiting: (count: number) => `候补 ${count}`,
  noSignUp: '无需报名',
  openPanel: (title: string) => `查看“${title}”`,
  changeWaits: '有修改待发布',
  emptyTitle: '还没有活动。可以新建一场，或用 Excel 批量导入。',
  emptyBelow: '下级机构还没有提交或发布的活动。',
  emptyFilter: '没有符合条件的活动，可以减少筛选条件。',
  toImport: '批量导入',
} as const;

export const eventPanelWords = {
  title: '活动详情',
  facts: {
    time: '时间',
    place: '地点',
    region: '地区',
    seats: '报名',
    organisation: '发布机构',
    returned: '退回原因',
    submitted: '提交时间',
  },
  edit: '编辑',
  roster: '名单',
  clone: '复制',
  cancel: '取消活动',
  remove: '删除草稿',
  withdraw: '撤回审核',
  online: '地点待定',
  seats: (taken: number, capacity: number, waiting: number) =>
    `已报 ${taken}，共 ${capacity} 个名额${waiting > 0 ? `，候补 ${waiting}` : ''}`,
} as const;

export const cancelWords = {
  title: '取消活动',
  tells: (people: number) =>
    people === 0 ? '目前没有人报名，不会发送通知。' : `已有 ${people} 人报名或候补，取消后系统会逐一通知。`,
  final: '取消后不能恢复。',
  reason: '取消原因',
  reasonHint: '报名人会看到这段话，最多 200 字。',
  reasonRequired: '请填写取消原因。',
  submit: '确认取消活动',
  keep: '不取消',
  done: (told: number) => (told === 0 ? '活动已取消。' : `活动已取消，已通知 ${told} 人。`),
} as const;

export const suspendWords = {
  suspend: '暂停报名核实',
  title: '暂停报名，核实情况',
  text: '市民会看到这场活动标着“核实中”，暂时不能报名，候补也暂不递补。已有的报名和名额全部保留。核实清楚后可以恢复。',
  reason: '暂停原因',
  reasonHint: '记入操作记录，市民看不到，最多 200 字。',
  reasonRequired: '请填写暂停原因。',
  submit: '暂停并核实',
  keep: '不暂停',
  done: '已暂停。市民会看到“核实中”。',
  isSuspended: '市民看到的是“核实中”，暂时不能报名。已有的报名全部保留。',
  isSuspendedOwn: '上级机构正在核实这场活动。市民看到的是“核实中”，暂时不能报名；已有的报名全部保留。',
  resume: '恢复报名',
  resumeTitle: '恢复这场活动的报名？',
  resumeText: '“核实中”的标记会去掉，市民可以继续报名；核实期间空出的名额会按顺序递补候补的人，并通知他们。',
  resumed: '已恢复报名。',
} as const;

export const cloneWords = {
  title: '复制活动',
  text: '项目、介绍、地点和报名设置会一起复制，生成新的草稿；报名信息不会复制。',
  dates: '新的日期',
  datesHint: '可以选多个日期，每个日期生成一份草稿，开始时刻不变。已经过去的时间会留空。',
  add: '再加一个日期',
  date: (nth: number) => `日期 ${nth}`,
  drop: (nth: number) => `去掉日期 ${nth}`,
  required: '请至少选一个日期。',
  submit: '生成草稿',
  done: (count: number) => `已生成 ${count} 份草稿。`,
} as const;

export const removeWords = {
  title: '删除这份草稿？',
  text: '删除后不能恢复。',
  submit: '删除',
  done: '草稿已删除。',
} as const;

export const eventDone = {
  withdrawn: '已撤回审核申请，可以继续修改。',
} as const;
