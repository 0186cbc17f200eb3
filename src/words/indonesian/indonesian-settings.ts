import type { Inline } from '../../safe/inline.ts';
import { say } from './indonesian-forms.ts';
import type { TimeNames } from '../spelling/name-time.ts';
import { nameTime } from '../spelling/name-time.ts';
import type { SettingWords } from '../setting-words.ts';

/** How a time is called in a sentence. */
export const times: TimeNames = {
  '24h': say`24 jam`,
  '7d': say`7 hari`,
  '90d': say`90 hari`,
};

/** A time until messages disappear; a phone may have set one that has no name. */
const toTime = (time: number) => nameTime(time, times, (seconds) => say`${seconds} detik`);

/** Where a phone has the switches of a group. */
const toSwitch = (name: Inline, isOn: boolean) =>
  say`di HP, buka info grup, lalu Izin grup, dan ${isOn ? say`aktifkan` : say`nonaktifkan`} “${name}”`;

/** What is said of each setting in Indonesian. */
export const indonesianSettings: SettingWords = {
  name: {
    noun: say`nama grup`,
    report: (before, after) => say`Nama diubah dari ${before} menjadi ${after}.`,
    terminal: () => say`nama di berkas berbeda`,
  },
  topic: {
    noun: say`deskripsi`,
    report: {
      first: say`Deskripsi ditambahkan (sebelumnya kosong).`,
      removed: say`Deskripsi dihapus.`,
      differs: say`Deskripsi diubah.`,
    },
    terminal: () => say`deskripsi di berkas berbeda`,
  },
  announce: {
    noun: say`siapa yang boleh mengirim pesan`,
    report: {
      on: say`Mulai sekarang hanya admin yang boleh mengirim pesan.`,
      off: say`Mulai sekarang semua anggota boleh mengirim pesan.`,
    },
    terminal: (after) =>
      after === true ? say`hanya admin yang boleh mengirim pesan` : say`semua anggota boleh mengirim pesan`,
  },
  locked: {
    noun: say`siapa yang boleh mengubah info grup`,
    report: {
      on: say`Mulai sekarang hanya admin yang boleh mengubah nama, foto, dan deskripsi grup.`,
      off: say`Mulai sekarang semua anggota boleh mengubah nama, foto, dan deskripsi grup.`,
    },
    terminal: (after) =>
      after === true
        ? say`hanya admin yang boleh mengubah info grup`
        : say`semua anggota boleh mengubah info grup`,
  },
  disappearing: {
    noun: say`pengatur waktu pesan sementara`,
    report: (seconds) =>
      seconds === 0
        ? say`Pesan sementara dimatikan: pesan baru tidak lagi menghilang.`
        : say`Pesan sementara: pesan baru menghilang setelah ${toTime(seconds)}.`,
    terminal: (after) =>
      after === 0 ? say`pesan tidak menghilang` : say`pesan menghilang setelah waktu ini`,
  },
  'may-add': {
    noun: say`siapa yang boleh menambahkan anggota`,
    report: (after) =>
      after === 'admins'
        ? say`Mulai sekarang hanya admin yang boleh menambahkan anggota.`
        : say`Mulai sekarang semua anggota boleh menambahkan anggota.`,
    terminal: (after) =>
      after === 'admins'
        ? say`hanya admin yang boleh menambahkan anggota`
        : say`semua anggota boleh menambahkan anggota`,
    onPhone: (after) => toSwitch(say`Tambahkan anggota lain`, after !== 'admins'),
  },
  'join-approval': {
    noun: say`persetujuan anggota baru oleh admin`,
    report: {
      on: say`Mulai sekarang siapa pun yang datang lewat tautan menunggu persetujuan admin.`,
      off: say`Mulai sekarang siapa pun yang datang lewat tautan bergabung tanpa persetujuan.`,
    },
    terminal: (after) =>
      after === true
        ? say`yang datang lewat tautan menunggu admin`
        : say`yang datang lewat tautan langsung bergabung`,
    onPhone: (after) => toSwitch(say`Setujui anggota baru`, after === true),
  },
  community: {
    noun: say`komunitas grup`,
    report: (after) =>
      after === 'none'
        ? say`Grup ini bukan lagi bagian dari komunitas.`
        : say`Grup ini menjadi bagian dari komunitas yang disebut di berkas.`,
    terminal: (after) =>
      after === 'none' ? say`bukan bagian dari komunitas` : say`bagian dari komunitas ini`,
    onPhone: (after) =>
      after === 'none'
        ? say`di HP, buka komunitas grup ini, lalu Kelola grup, dan keluarkan grup ini dari sana`
        : say`di HP, buka komunitas yang disebut di berkas, lalu Kelola grup, dan tambahkan grup ini`,
  },
  photo: {
    noun: say`foto grup`,
    report: {
      first: say`Foto grup ditambahkan.`,
      removed: say`Foto grup dihapus.`,
      differs: say`Foto grup diganti.`,
    },
  },
  link: {
    noun: say`tautan undangan`,
    report: say`Tautan undangan dibuat baru, sehingga siapa pun yang dikeluarkan tidak bisa kembali lewat tautan lama.`,
    phrase: say`dibuat baru`,
    terminal: say`yang dikeluarkan mungkin masih punya tautan lama`,
  },
};
