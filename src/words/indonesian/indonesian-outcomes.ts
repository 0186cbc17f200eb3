import type { ReasonWords } from '../reason-words.ts';
import { say } from './indonesian-forms.ts';

const causes: ReasonWords['causes'] = {
  declined: {
    report: say`pengaturan privasinya tidak mengizinkan, jadi seseorang harus mengirim undangan`,
    terminal: say`pengaturan privasinya hanya mengizinkan lewat undangan`,
  },
  unreadable: {
    report: say`grup tidak dapat dibaca`,
    terminal: ({ result, text }) =>
      result === 'not-verified'
        ? say`sudah dikirim, tetapi grup tidak dapat dibaca lagi: ${text}`
        : say`tidak ada yang dikirim, karena grup tidak dapat dibaca: ${text}`,
  },
  'link-unread': {
    report: say`tautan undangan tidak dapat dibaca`,
    terminal: say`tautan undangan tidak dapat dibaca`,
  },
  'photo-unread': {
    report: say`sudah dikirim, tetapi foto tidak dapat dibaca lagi; proses berikutnya memeriksa lagi`,
    terminal: say`sudah dikirim, tetapi foto tidak dapat dibaca lagi`,
  },
  incomplete: {
    report: say`sudah dikirim, tetapi daftar anggota tidak dapat dibaca lagi seluruhnya; proses berikutnya memeriksa lagi`,
    terminal: say`sudah dikirim, tetapi daftar anggota tidak dapat dibaca lagi seluruhnya`,
  },
  uncounted: {
    report: say`sudah dikirim, dan orangnya tidak ada lagi di daftar, tetapi WhatsApp tidak menyebut berapa anggota grup ini; mohon periksa lewat ponsel`,
    terminal: say`sudah dikirim, dan orangnya tidak ada lagi di daftar; tetapi WhatsApp tidak menyebut berapa anggota grup ini, jadi mungkin daftarnya yang kurang: lihat di ponsel`,
  },
  'perhaps-hidden': {
    report: say`seseorang di grup menyembunyikan nomornya dan mungkin dialah orangnya; proses berikutnya memeriksa lagi`,
    terminal: say`seorang anggota tanpa nomor mungkin orang ini`,
  },
  'no-answer': {
    report: say`tidak ada jawaban yang jelas, dan di grup belum terlihat; proses berikutnya memeriksa lagi`,
    terminal: ({ text }) => say`tidak ada jawaban yang jelas (${text}), dan sejauh ini belum terjadi`,
  },
  'without-effect': {
    report: say`WhatsApp menjawab ya, tetapi di grup belum terlihat; proses berikutnya memeriksa lagi`,
    terminal: say`GOWA melaporkan berhasil, tetapi di grup belum terlihat`,
  },
  'not-let-in': {
    report: say`WhatsApp tidak menerimanya; proses berikutnya memeriksa lagi`,
    terminal: ({ text }) => say`meminta bergabung, tetapi WhatsApp tidak menerimanya: ${text}`,
  },
  'asks-no-more': {
    report: say`saat itu permintaannya sudah tidak ada`,
    terminal: say`tidak meminta bergabung lagi`,
  },
  'one-of-several': {
    report: say`sebagian dari yang ditambahkan bersama-sama tidak bersedia, dan WhatsApp tidak menyebut siapa`,
    terminal: ({ refused, among }) =>
      say`WhatsApp menolak ${refused} dari ${among} orang ini karena pengaturan privasi mereka`,
  },
  'under-way': {
    report: say`sedang dikirim saat itu; mungkin sudah terjadi, mungkin belum`,
    terminal: say`sedang dikirim: mungkin sudah terjadi, mungkin belum`,
  },
  'not-on-whatsapp': {
    report: say`tidak ditemukan di WhatsApp; mohon periksa nomornya`,
    terminal: say`nomor ini tidak ada di WhatsApp`,
  },
  'gone-from-whatsapp': {
    report: say`sudah tidak ada di WhatsApp, jadi ini hanya dapat dilakukan lewat ponsel`,
    terminal: say`keluarkan lewat ponsel: akun di balik nomor ini sudah tidak ada, dan GOWA menolak nomor seperti itu`,
  },
  rejected: {
    report: say`WhatsApp tidak menerimanya; catatan proses menjelaskan lebih lanjut`,
    terminal: ({ text }) => text,
  },
  'gave-up': {
    report: say`WhatsApp tidak menerima yang lain di grup ini, jadi yang ini tidak dicoba; catatan proses menjelaskan lebih lanjut`,
    terminal: say`tidak dikirim, karena GOWA terus menolak hal yang sama untuk orang lain di grup ini`,
  },
  'line-lost': {
    report: say`koneksi terputus tepat pada saat itu; proses berikutnya memeriksa lagi`,
    terminal: ({ text }) => say`tidak ada yang dikirim: ${text}`,
  },
  'left-alone': {
    report: say`sekarang tidak diperlukan lagi atau tidak mungkin`,
    terminal: ({ leftAlone }) => say`sekarang dibiarkan: ${leftAlone}`,
  },
  limit: {
    report: say`sekarang dihentikan oleh batas`,
    terminal: say`sekarang perubahan di grup ini melewati batas`,
  },
  stopped: {
    report: say`proses berakhir sebelum sampai ke sini`,
    terminal: ({ isOwn, text }) => (isOwn ? text : say`proses berhenti sebelumnya`),
  },
  interrupted: {
    report: say`proses berakhir sebelum sampai ke sini`,
    terminal: say`proses terputus sebelumnya`,
  },
  'not-reached': {
    report: say`proses berakhir sebelum sampai ke sini`,
    terminal: say`proses belum sampai ke sini: tidak ada yang dikirim untuk ini`,
  },
  needs: {
    report: say`ada hal lain yang harus terjadi lebih dulu, dan itu tidak terjadi`,
    terminal: say`yang harus terjadi lebih dulu tidak terjadi`,
  },
  pace: {
    report: say`sudah cukup untuk hari ini; proses berikutnya melanjutkan`,
    terminal: say`jatah hari ini habis; jalankan lagi besok`,
  },
  'not-due': {
    report: say`sekarang tidak diperlukan lagi atau tidak mungkin`,
    terminal: say`sekarang tidak diperlukan lagi`,
  },
};

/** Why something did not happen, or nobody can tell. */
export const indonesianOutcomes: Pick<ReasonWords, 'causes' | 'unreadable' | 'stops'> = {
  causes,
  unreadable: {
    'not-in-group': {
      report: say`Akun yang dipakai Rollcall tidak ada di grup ini: tambahkan akun itu, atau hapus berkasnya.`,
      terminal: say`akun ini tidak ada di grup: tambahkan lewat ponsel, perbaiki id: (rollcall groups menyebutkan semua grup), atau hapus berkasnya`,
      waiting: say`akun ini tidak ada di grup: tambahkan lewat ponsel`,
    },
    'no-such-group': {
      report: say`Grup ini sudah tidak ada: perbaiki berkasnya, atau hapus.`,
      terminal: say`grup ini sudah tidak ada: perbaiki id: di berkas (rollcall groups menyebutkan semua grup), atau hapus berkasnya`,
      waiting: say`grup ini sudah tidak ada: perbaiki id: di berkas (rollcall groups menyebutkan semua grup), atau hapus berkasnya`,
    },
    failed: {
      report: say`Grup ini tidak dapat dibaca, jadi tidak ada yang dilakukan di sini.`,
      terminal: (text) => say`tidak dapat dibaca, jadi tidak ada yang dilakukan di sini: ${text}`,
      waiting: say`grup tidak dapat dibaca: jalankan lagi nanti`,
    },
  },
  stops: {
    'rate-limited': {
      report: say`WhatsApp meminta akun ini lebih lambat, jadi proses langsung dihentikan.`,
      terminal: say`WhatsApp meminta akun ini lebih lambat, jadi proses langsung dihentikan`,
    },
    'session-lost': {
      report: say`Akun dikeluarkan dari WhatsApp, jadi proses langsung dihentikan: mohon lihat ponselnya.`,
      terminal: say`akun tidak lagi masuk ke WhatsApp, jadi proses langsung dihentikan: lihat ponselnya`,
    },
    unreachable: {
      report: say`Server tidak dapat dihubungi lagi, jadi proses dihentikan.`,
      terminal: say`GOWA tidak dapat dihubungi lagi, jadi proses dihentikan`,
    },
    'no-answers': {
      report: say`Server tidak lagi menjawab, jadi proses dihentikan: seseorang perlu memeriksanya.`,
      terminal: say`GOWA tidak lagi menjawab, jadi proses dihentikan: mulai ulang GOWA, atau lihat log-nya`,
    },
    'no-storage': {
      report: say`Catatan proses ini tidak dapat disimpan, jadi proses dihentikan: seseorang perlu memeriksa disk.`,
      terminal: say`catatan proses ini tidak dapat disimpan, jadi proses dihentikan: periksa disk`,
    },
  },
};
