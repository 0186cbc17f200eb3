import type { SealPageWords } from './seal-page-words.ts';
import { say } from '../indonesian/indonesian-forms.ts';

const form = say`Nomor telepon ditulis dengan angka, spasi, dan tanda hubung, diawali + dan kode negara.`;
const international = say`Tulis dengan + dan kode negara di depan.`;

/** What is wrong with a number, on the page that seals them. */
export const indonesianFaults: SealPageWords['faults'] = {
  'too-long': () => say`Terlalu panjang untuk satu nomor. Tulis satu nomor saja di tiap baris.`,
  masked: () =>
    say`Sebagian angkanya disembunyikan (••••), seperti di laporan. Ambil nomornya dari sumber aslinya.`,
  formula: () => say`Ini rumus spreadsheet. Tulis nomornya saja, diawali + dan kode negara.`,
  shortened: () =>
    say`Spreadsheet memendekkannya (E+…), dan angka terakhirnya hilang. Atur kolom itu sebagai teks, lalu ambil nomornya dari sumber aslinya.`,
  'sheet-quote': () =>
    say`Tanda kutip di depannya adalah cara spreadsheet menandai teks. Tulis nomornya tanpa tanda itu.`,
  decimal: () =>
    say`Ujungnya seperti bilangan desimal (.0), kebiasaan spreadsheet: nolnya kelebihan. Tulis nomornya tanpa yang ada setelah titik.`,
  link: () => say`Ini tautan. Tulis nomor di dalamnya saja, diawali + dan kode negara.`,
  'two-numbers': () =>
    say`Ada dua nomor di sini, atau satu nomor dan ujung nomor lain. Tulis satu nomor saja di tiap baris.`,
  'plus-at-end': () => say`Tanda + ada di ujungnya. Tulis di depan, sebelum kode negara.`,
  extension: () => say`Ada nomor ekstensi, dan WhatsApp tidak mengenalnya. Tulis nomornya saja.`,
  quotes: () => say`Ada tanda kutip di dalamnya. Tulis nomornya saja.`,
  letters: () => say`Ada huruf di dalamnya. ${form}`,
  comma: () => say`Ada koma di dalamnya, jadi bisa dua nomor, atau satu dengan desimal. ${form}`,
  form: () => form,
  'plus-zero': () =>
    say`Setelah + ada kode negara, dan tidak ada yang diawali nol. Ganti nol itu dengan kode negara.`,
  impossible: () =>
    say`Nomor seperti ini tidak mungkin ada di negaranya: terlalu pendek, terlalu panjang, atau kode negaranya tidak dikenal. Periksa angkanya.`,
  'impossible-there': (of) => say`Nomor seperti ini tidak mungkin ada di ${of}. ${international}`,
  unlike: () =>
    say`Tidak ada telepon di negaranya yang bernomor begini: kurang atau lebih satu angka, atau kode areanya tidak ada. Periksa angkanya.`,
  'no-country': () => say`Tanpa kode negara, ini bisa nomor banyak negara. ${international}`,
  'other-country': (of) =>
    say`Dengan + nomor ini tidak dipakai, dan tanpa + ini nomor ${of}. Kalau itu yang dimaksud, tulis kode negaranya setelah +; kalau tidak, periksa angkanya.`,
  'needs-zero': () =>
    say`Nol dalam kurung biasanya dihilangkan setelah kode negara, tetapi nomor ini hanya dipakai bersama nol itu. Tulis tanpa kurung.`,
  'extra-zero': () =>
    say`Nomor ini hanya dipakai tanpa nol di depannya, yang di beberapa negara ditekan untuk menelepon di dalam negeri dan tidak pernah ditulis setelah +. Tulis dengan + dan kode negara, tanpa nol itu; atau periksa angkanya.`,
  'two-ways': () => say`Ini bisa diawali kode negara, atau kehilangan nol di depannya. ${international}`,
  'double-zero': (of) =>
    say`Dua nol di depan berarti +, tetapi di ${of} ada artinya yang lain juga. Ganti keduanya dengan + dan kode negara, atau tulis nomornya tanpa awalan itu.`,
  'code-twice': () =>
    say`Kode negaranya tampaknya tertulis dua kali: nomor ini hanya dipakai kalau salah satunya dihilangkan. Hilangkan satu, atau periksa angkanya.`,
  far: (of) =>
    say`Di sana nomor ini tidak dipakai, tetapi ada satu dengan +${of} di depannya. Kalau itu yang dimaksud, tulis dengan +${of}; kalau tidak, periksa angkanya.`,
};
