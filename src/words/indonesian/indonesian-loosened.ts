import { keptFor, toHours } from '../../domain/patience.ts';
import { limits, say } from './indonesian-forms.ts';
import type { LoosenedWords } from '../loosened-words.ts';
import { spellSeconds } from '../spelling/spell-seconds.ts';

const hours = toHours(keptFor.spent);
const together = say`dalam ${hours} jam, di semua grup bersama-sama`;

/** What loosened rules let happen. */
export const indonesianLoosened: LoosenedWords = {
  limit: (what) => say`mulai pull request berikutnya, ${what}`,
  limits: {
    'removals.percent': (count) => say`hingga ${count}% anggota sebuah grup dapat dikeluarkan sekaligus`,
    'removals.floor': (count) =>
      say`hingga ${count} orang dapat dikeluarkan sekaligus dari sebuah grup, sekecil apa pun grupnya`,
    'removals.run': (count) => say`hingga ${count} orang dapat dikeluarkan ${together}`,
    'demotions.group': (count) =>
      say`hingga ${count} orang dapat berhenti menjadi admin sekaligus di sebuah grup`,
    'demotions.run': (count) => say`admin dapat dijadikan anggota biasa hingga ${count} kali ${together}`,
    'promotions.group': (count) => say`hingga ${count} orang dapat menjadi admin sekaligus di sebuah grup`,
    'promotions.run': (count) => say`orang dapat dijadikan admin hingga ${count} kali ${together}`,
    'adds.group': (count) => say`hingga ${count} orang dapat ditambahkan sekaligus ke sebuah grup`,
    'adds.run': (count) => say`hingga ${count} orang dapat ditambahkan ${together}`,
    'creates.run': (count) => say`hingga ${count} grup dapat dibuat dalam ${hours} jam`,
    'admins.min': (count) =>
      count === 0
        ? say`sebuah grup dapat ditinggal tanpa admin`
        : say`sebuah grup dapat ditinggal dengan hanya ${count} admin`,
  },
  pace: (what) => say`setelah merge, ${what}; WhatsApp dapat memblokir akun yang terlalu cepat`,
  daily: {
    addsPerDay: (count) => say`akun dapat menambahkan hingga ${count} orang per hari`,
    lookupsPerDay: (count) => say`akun dapat menanyakan hingga ${count} nomor per hari kepada WhatsApp`,
    createsPerDay: (count) => say`akun dapat membuat hingga ${count} grup per hari`,
    messagesPerDay: (count) => say`akun dapat mengirim hingga ${count} undangan per hari sebagai pesan`,
  },
  pauses: {
    pause: (seconds) => say`akun hanya menunggu ${seconds} detik di antara dua perubahan`,
    afterAdd: (seconds) => say`akun hanya menunggu ${seconds} detik untuk setiap orang yang ditambahkan`,
    reads: (seconds) => say`akun hanya menunggu ${seconds} detik di antara dua grup yang dibaca`,
  },
  seconds: (range) => spellSeconds(range, { point: ',', to: say`sampai` }),
  unprotected: (name) =>
    say`${name} tidak dilindungi lagi: mulai pull request berikutnya dapat dikeluarkan, atau berhenti menjadi admin`,
  account: {
    added: (name, number) =>
      say`akun ${name} (${number}) baru: akun ini dapat bertindak di grup, dan tidak pernah dikeluarkan`,
    removed: (name, number) =>
      say`akun ${name} (${number}) dihapus dari daftar akun: mulai pull request berikutnya dapat dikeluarkan seperti siapa pun`,
    changed: (name, before, after) =>
      say`akun ${name} memakai nomor lain: ${after} bertindak di grup, dan ${before} dapat dikeluarkan seperti siapa pun mulai pull request berikutnya`,
  },
  memory: {
    gone: say`catatan proses sebelumnya tidak disimpan lagi: siapa pun yang sudah keluar atau tidak mau ditambahkan akan ditambahkan lagi, dan yang dilakukan hari ini tidak dihitung dalam batas apa pun`,
    moved: say`catatan proses sebelumnya dicari di tempat lain: catatan yang dimulai di sana tidak tahu siapa yang sudah keluar atau tidak mau ditambahkan`,
  },
  reach: {
    members: {
      exact: (groups) =>
        say`di ${groups}, siapa pun yang tidak ada dalam daftar mulai sekarang dikeluarkan; sebelumnya tidak ada yang dikeluarkan`,
      additive: (groups) =>
        say`di ${groups}, siapa pun yang belum ada mulai sekarang ditambahkan; sebelumnya ini hanya diamati`,
    },
    admins: {
      exact: (groups) =>
        say`di ${groups}, admin yang tidak ada dalam daftar admin mulai sekarang berhenti menjadi admin; sebelumnya semuanya tetap admin`,
      additive: (groups) =>
        say`di ${groups}, siapa pun yang ada dalam daftar admin mulai sekarang dijadikan admin; sebelumnya ini hanya diamati`,
    },
    settings: (groups) =>
      say`di ${groups}, nama, foto dan pengaturan mulai sekarang diubah sesuai berkas; sebelumnya ini hanya diamati`,
  },
  newMembers: (groups) =>
    say`di ${groups}, siapa pun yang belum ada mulai sekarang ditambahkan; sebelumnya hanya diundang`,
  link: say`tautan grup tidak diatur ulang lagi saat seseorang dikeluarkan: siapa pun yang masih menyimpannya dapat mencoba masuk kembali`,
  seal: {
    gone: say`nomor telepon dalam berkas tidak lagi disegel: siapa pun yang dapat membaca berkas dapat membacanya`,
    changed: say`mulai sekarang nomor telepon disegel dengan kunci lain: siapa pun yang memegang bagian rahasia kunci baru itu dapat membacanya`,
  },
  handedOver: (groups, before, after) =>
    say`di ${groups}, mulai sekarang akun lain yang bertindak: ${after}, bukan ${before}; yang dilakukannya di sana ada dalam rencana tersendiri, dengan batas tersendiri`,
  allow: (group, { limit, number, until, reason }) =>
    say`di ${group}, hingga ${number} ${limits[limit]} boleh melewati batas sampai ${until}, dengan alasan: ${reason}`,
  place: (key, file) => say`${key} di ${file}`,
  instead: (after, before) => say`${after}, sebelumnya ${before}`,
};
