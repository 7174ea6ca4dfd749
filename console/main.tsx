import './console.css';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { Console, makeQueries } from './app';
import { giveToStyles, nonceOfPage } from './style-nonce';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');

const nonce = nonceOfPage();
if (nonce !== undefined) giveToStyles(nonce);

createRoot(root).render(
  <BrowserRouter basename="/console">
    <Console queries={makeQueries()} nonce={nonce} />
  </BrowserRouter>,
);
