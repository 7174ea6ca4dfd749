import { benchDoorServer } from './door-server';
import { reportOf } from './figure';
void benchDoorServer().then((figures) => console.log(reportOf(figures, 'x')));
