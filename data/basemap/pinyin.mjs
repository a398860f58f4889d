// pinyin.mjs: the readings of common Chinese characters, to find places by their Latin spelling.
// SPDX-License-Identifier: GPL-3.0-or-later
import { createRequire } from 'node:module';

const { pinyin } = createRequire(process.argv[2] + '/')('pinyin-pro');
const decode = new TextDecoder('gb18030');
const by = {};
const add = (syllable, c) => { (by[syllable] ??= new Set()).add(c); };

for (let high = 0xb0; high <= 0xf7; high++)
  for (let low = 0xa1; low <= 0xfe; low++) {
    const c = decode.decode(Uint8Array.of(high, low));
    if (c.length !== 1 || c < '\u4e00' || c > '\u9fff') continue;
    const reading = pinyin(c, { toneType: 'none', type: 'array', v: true })[0];
    if (/^[a-z]+$/.test(reading)) add(reading, c);
  }

// Readings that place names use beside the first one: Dongguan, Xiamen, Machong, Panyu.
const also = { guan: '莞', xia: '厦', chong: '涌重', pan: '番', chang: '长', zhang: '长', zhong: '重', yue: '乐',
  chao: '朝', zhao: '朝', hang: '行', xing: '行', ou: '区', lu: '六', cheng: '盛', hui: '会', zeng: '曾', ju: '车' };
for (const [syllable, chars] of Object.entries(also)) for (const c of chars) add(syllable, c);

console.log('# Readings of the characters of GB 2312: a syllable, then its characters; see README.md.');
for (const syllable of Object.keys(by).sort()) console.log(syllable + ' ' + [...by[syllable]].join(''));
