import { say } from '../../safe/inline.ts';
import type { SealingWords } from '../sealing-words.ts';

/** What the commands about sealed numbers say in Indonesian. */
export const indonesianSealing: SealingWords = {
  key: {
    loss: say`Siapa yang kehilangan kunci pribadi kehilangan nomornya: tidak ada lagi yang dapat membacanya, Rollcall pun tidak. Simpan salinannya di tempat yang aman dan tidak dilihat orang lain, misalnya pengelola kata sandi.`,
    shown: say`Kunci pribadi, hanya ditampilkan sekali ini:`,
    filed: (file) => say`Kunci pribadi ada di ${file}, yang hanya dapat dibaca oleh Anda.`,
    piped: say`Kunci pribadi diteruskan ke perintah di belakang pipa, dan tidak ke tempat lain.`,
    place: (variable) =>
      say`Tempatnya di rahasia (secrets) environment yang merencanakan dan menerapkan, sebagai ${variable}. Di berkas repositori, kunci itu membuka semuanya bagi semua orang.`,
  },
  keygen: {
    question: (file) => say`Tulis kunci publik ke ${file}? Hanya "ya" yang berlaku:`,
    written: (file) =>
      say`ditulis: ${file} memuat kunci publik, yang dapat dipakai siapa pun untuk menyegel nomor.`,
    line: (file) =>
      say`Baris dengan kunci publik ini perlu dimasukkan ke ${file}; dengannya siapa pun dapat menyegel nomor:`,
    next: (command) =>
      say`Sejak itu nomor yang tidak disegel adalah kesalahan. ${command} menyegel nomor yang sudah ada.`,
  },
  seal: {
    question: (handle) => say`Nomor ${handle}, dengan + dan kode negara:`,
    isNew: (handle) => say`${handle} belum ada di berkas mana pun, dan mendapat baris sendiri.`,
    isKnown: (handle, place) => say`${handle} ada di ${place}, dan nomor di sana diganti dengan yang ini.`,
    done: (handle, place) => say`${handle}: disegel, di ${place}`,
    history: say`Nomor itu sebelumnya tertulis tanpa segel, dan riwayat git menyimpannya: docs/privacy.md menjelaskan cara membersihkannya.`,
    broken: say`Tidak ada yang ditulis: berkas akan memuat kesalahan ini.`,
  },
  all: {
    name: (place, comment, proposal) =>
      say`Sebutan untuk nomor di ${place}${comment === '' ? say`` : say` (${comment})`} [${proposal}]:`,
    summary: (numbers, files) => say`${numbers} nomor akan disegel, dalam ${files} berkas.`,
    added: (handle, place) => say`baru: ${handle}, untuk nomor di ${place}`,
    blind: say`Nomor yang sudah disegel tidak dibuka (ROLLCALL_PEOPLE_KEY tidak diisi): jika salah satunya juga ada di sebuah daftar, nomor itu kini punya dua sebutan, dan rencana berikutnya mengatakannya.`,
    question: say`Segel semuanya? Hanya "ya" yang berlaku:`,
    nothing: say`Tidak ada nomor tanpa segel di berkas yang ditulis Rollcall, selain nomor akun.`,
    rest: (places, more) =>
      say`Sesuatu yang mirip nomor masih ada dalam teks dan komentar, mohon diperiksa: ${places}${more > 0 ? say` dan ${more} lagi` : say``}`,
  },
  rotate: {
    summary: (numbers, before, after) =>
      say`${numbers} nomor akan disegel ulang: kunci ${before} diganti ${after}.`,
    question: say`Segel ulang semuanya? Hanya "ya" yang berlaku:`,
    both: (variable) =>
      say`Sampai ini digabungkan, dan jika berhenti di tengah jalan, kedua kunci diperlukan: isi ${variable} dengan kunci lama lalu kunci baru, dipisahkan spasi. Jalankan lagi bila perlu; ini akan berlanjut. Setelah itu keluarkan kunci lama.`,
    history: say`Riwayat git masih memuat apa yang dibuka kunci lama: siapa yang punya kunci itu dan sebuah klon dapat membaca nomor seperti adanya sampai hari ini.`,
    nothing: say`Semuanya sudah disegel dengan kunci terakhir di ROLLCALL_PEOPLE_KEY.`,
  },
  open: {
    summary: (numbers, files) =>
      say`${numbers} nomor akan tertulis tanpa segel dalam ${files} berkas, terbaca oleh semua yang boleh membaca repositori, dan tetap ada dalam riwayatnya. seal: dikeluarkan dari kebijakan; sejak itu tidak ada yang meminta nomor disegel.`,
    question: say`Buka semuanya? Hanya "ya" yang berlaku:`,
    done: say`Nomor kini tertulis tanpa segel. Yang disegel dalam riwayat tetap tersegel; pemegang kunci masih dapat membukanya.`,
  },
  begun: (file) => say`ditulis sebagian: ${file}`,
  partly: say`Tidak semuanya ditulis. Tidak ada orang yang hilang karenanya; jalankan lagi, dan ini berlanjut dari situ.`,
};
