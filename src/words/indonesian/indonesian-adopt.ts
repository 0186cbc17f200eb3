import { say } from '../../safe/inline.ts';
import type { AdoptWords } from '../adopt-words.ts';

/** What `adopt` says in Indonesian. */
export const indonesianAdopt: AdoptWords = {
  summary: (count) => say`${count} berkas mengikuti grupnya, seperti yang diubah orang di ponsel:`,
  nothing: say`Tidak ada yang perlu diambil.`,
  photo: (path) => say`foto grup disimpan sebagai ${path}`,
  left: say`Dibiarkan seperti semula`,
  reasons: {
    observe: say`berkas hanya mengamati ini (manage: observe): grup diukur dengannya`,
    approved: say`sudah disetujui dan belum selesai: apply menyesuaikan grup dengan berkas`,
    incomplete: say`daftar anggota tidak lengkap, jadi tidak bisa dipastikan siapa yang tidak ada: coba lagi nanti`,
    'perhaps-there': say`mungkin ada di grup dengan nomor tersembunyi: jalankan lagi setelah itu diketahui, atau tulis lid:…`,
    'other-number': say`ada di grup, atau tampaknya ada, dengan nomor lain: tulis nomor itu pada handle-nya, di berkas orang`,
    'perhaps-unseen': say`WhatsApp mungkin hanya menampilkan sebagian grup ini, jadi tidak bisa dipastikan siapa yang tidak ada`,
    untellable: say`WhatsApp tidak memberi nomor maupun LID seseorang`,
    'no-handle': say`nomor disegel dalam berkas ini: beri dahulu sebutan di berkas orang (rollcall seal)`,
    'holds-number': say`nomor disegel dalam berkas ini, dan yang ini tampaknya memuat nomor: ubah lewat ponsel, atau tulis sendiri`,
    'by-defaults': say`disebut oleh _defaults.yaml, yang berlaku untuk semua grupnya: ubah di sana`,
    'no-value': say`berkas tidak bisa memuat nilai yang ada di grup: ubah lewat ponsel`,
    'not-said': say`WhatsApp tidak memberi tahu bagaimana keadaannya di grup`,
    'photo-hidden': say`WhatsApp tidak menampilkan foto ini kepada akun`,
    'photo-unread': say`foto tidak bisa diambil: coba lagi`,
    'photo-unusable': say`gambar ini tidak bisa menjadi foto di berkas: terlalu kecil, atau formatnya lain`,
  },
  unread: say`Tidak bisa dibaca`,
  notProved: say`Tidak ada yang ditulis: berkas nantinya tidak sesuai dengan yang diminta.`,
  faults: {
    mistakes: say`berkas ini akan punya kesalahan yang sekarang tidak ada`,
    'still-differs': say`grup masih akan berbeda dari berkas ini`,
    'something-else': say`berkas ini akan mengubah hal yang tidak diminta`,
  },
  notCompared: say`tidak dibandingkan: Rollcall tidak bisa mengaturnya`,
  question: say`Tulis ini? Hanya "ya" yang berlaku:`,
  notAsked: say`Tidak ada yang ditulis: pakai --yes untuk menulisnya tanpa ditanya.`,
  madeUp: say`Tidak ada yang ditulis: isi sandbox ini tidak dibaca dari WhatsApp.`,
  written: (count) => say`${count} berkas ditulis. Periksa, lalu commit seperti perubahan lain.`,
};
