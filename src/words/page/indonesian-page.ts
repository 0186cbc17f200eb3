import { indonesianFaults } from './indonesian-faults.ts';
import { say } from '../indonesian/indonesian-forms.ts';
import type { SealPageWords } from './seal-page-words.ts';
import { firstBrowsers } from './seal-page-words.ts';

/** What the page that seals numbers says in Indonesian. */
export const indonesianPage: SealPageWords = {
  fixed: {
    title: say`Segel nomor telepon`,
    language: say`Bahasa`,
    intro: say`Tulis nomor seseorang di sini, dan Anda mendapat satu baris untuk berkas grup. Hanya pemegang kunci pribadi organisasi yang bisa membaca nomor di dalamnya.`,
    offline: say`Yang Anda tulis tidak keluar dari halaman ini: halaman ini bekerja tanpa internet, tidak mengirim dan tidak menyimpan apa pun. Setiap nomor dihapus dari halaman begitu disegel.`,
    forHeading: say`Disegel untuk`,
    key: say`Kunci`,
    organisation: say`Organisasi`,
    policyLine: say`Barisnya di _policy.yaml`,
    checkHeading: say`Cara memeriksa bahwa halaman ini asli`,
    checkLine: say`Baris di atas harus ada di _policy.yaml dalam repositori organisasi Anda, persis huruf demi huruf. Jika tidak, halaman ini menyegel untuk orang lain: tutuplah.`,
    checkFile: say`Halaman palsu bisa saja menampilkan baris yang benar. Jadi, ambil halaman ini hanya dari tempat organisasi Anda menyimpannya. Yang punya Rollcall bisa membandingkan: “rollcall seal --page FILE” membuat berkas yang persis sama, bita demi bita, dari kebijakan dan versi yang sama.`,
    oneHeading: say`Satu orang`,
    handle: say`Sebutan atau nama`,
    handleHint: say`Seperti di berkas: huruf dan angka, “-”, “_” dan “.”. Nama dengan spasi dijadikan sebutan: “Ana Putri” menjadi ana-putri.`,
    number: say`Nomor telepon`,
    seal: say`Segel`,
    manyHeading: say`Beberapa orang`,
    many: say`Satu baris per orang: sebutan atau nama, lalu nomornya`,
    manyHint: say`Salin dua kolom dari lembar kerja dan tempel di sini. Tiap baris dinilai sendiri: baris yang salah tetap di sini untuk diperbaiki.`,
    sealAll: say`Segel semua baris`,
    resultHeading: say`Untuk _people.yaml`,
    result: say`Baris tersegel`,
    resultHint: say`Tempatnya di bawah “people:”, apa adanya, dengan dua spasi di depannya.`,
    copy: say`Salin baris`,
    mistakesHeading: say`Belum disegel`,
    noScript: say`Halaman ini menyegel dengan JavaScript, yang dimatikan di sini. JavaScript berjalan di dalam halaman ini saja; izinkan untuk berkas ini.`,
    tooOld: say`Peramban ini tidak bisa menyegel. Pakai Chrome atau Edge mulai versi ${firstBrowsers.chrome}, Firefox mulai ${firstBrowsers.firefox}, atau Safari mulai ${firstBrowsers.safari}.`,
  },
  numberHint: (country) =>
    country === ''
      ? say`Dengan + dan kode negara di depan.`
      : say`Dengan + dan kode negara di depan; tanpa itu dibaca sebagai nomor ${country}.`,
  sealedOne: (handle) => say`Disegel: ${handle}. Nomornya sudah dihapus dari halaman ini.`,
  sealedMany: (sealed, mistakes) =>
    mistakes === 0
      ? say`${sealed} nomor disegel, dan dihapus dari halaman ini.`
      : say`${sealed} nomor disegel, dan dihapus dari halaman ini. Perlu diperbaiki: ${mistakes} baris.`,
  nothing: say`Belum ada yang bisa disegel: tulis dulu sebutan dan nomornya.`,
  working: (done, all) => say`Menyegel: ${done} dari ${all}`,
  copied: say`Baris sudah disalin.`,
  notCopied: say`Peramban tidak mengizinkan penyalinan. Barisnya sudah dipilih: tekan Ctrl+C, atau ⌘C di Mac.`,
  failed: say`Ada yang gagal, dan selebihnya tidak disegel. Baris Anda masih di sini: coba lagi, atau muat ulang halaman ini.`,
  line: (at, handle) => (handle === '' ? say`Baris ${at}:` : say`Baris ${at} (${handle}):`),
  mistakes: {
    'no-handle': say`Tidak ada nama atau sebutan di samping nomor.`,
    'no-number': say`Tidak ada nomor di samping nama.`,
    columns: say`Ini bukan satu nama dan satu nomor. Tulis keduanya dengan tab, koma, atau titik dua di antaranya.`,
    'bad-name': say`Nama ini tidak bisa dijadikan sebutan. Tulis sendiri: huruf dan angka, “-”, “_” dan “.”, diawali huruf atau angka.`,
    reserved: say`Kata ini tidak bisa menjadi sebutan: kalimat Rollcall sendiri memakainya untuk orang lain. Pilih yang lain.`,
    twice: say`Sebutan ini sudah ada di baris sebelumnya, padahal tiap orang perlu sebutan sendiri.`,
    sealed: say`Nomor ini sudah disegel.`,
    wrong: say`Ini bukan nomor yang bisa dipakai.`,
    ambiguous: say`Ini bisa dibaca sebagai lebih dari satu nomor.`,
    'no-country': say`Kode negaranya tidak ada.`,
  },
  faults: indonesianFaults,
  sameNumber: (handle) => say`Nomor yang sama ada di baris ${handle}. Satu orang cukup satu sebutan.`,
  more: (count) => say`dan ${count} baris lagi`,
  written: (file, key) =>
    say`Ditulis: ${file}. Halaman ini menyegel nomor untuk kunci ${key}, di peramban, tanpa internet. Tidak ada rahasia di dalamnya: berikan kepada siapa pun yang menambahkan orang.`,
};
