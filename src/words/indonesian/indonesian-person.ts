import { say } from '../../safe/inline.ts';
import type { PersonWords } from '../person-words.ts';

/** What the commands about one person say in Indonesian. */
export const indonesianPerson: PersonWords = {
  who: {
    question: say`Siapa? Sebutan, nomor, atau lid:…:`,
    protected: say`dilindungi: tidak pernah dikeluarkan, tidak pernah diberhentikan sebagai admin`,
    account: say`akun dari kebijakan: selalu dibiarkan`,
    labels: { files: say`berkas`, live: say`sekarang` },
    roles: {
      member: say`anggota`,
      admin: say`admin`,
      lid: say`dikenal lewat LID-nya, tidak pernah disentuh`,
    },
    owner: say`pembuat grup`,
    hidden: say`nomornya tersembunyi, dikenal lewat LID-nya`,
    live: {
      asks: say`meminta bergabung`,
      absent: say`tidak ada di grup`,
      incomplete: say`tidak terlihat, tetapi daftarnya tidak lengkap`,
      unsure: say`tidak terlihat, tetapi ada yang menyembunyikan nomornya di sana`,
      unread: say`grup tidak dapat dibaca`,
      'not-read': say`tidak dibaca`,
    },
    notListed: say`tidak tercantum`,
    way: (text, list, place) => say`${text} di ${list === 'admins' ? say`admins` : say`members`} (${place})`,
    from: (day) => say`mulai ${day}`,
    until: (day) => say`sampai ${day}`,
    adminFrom: (day) => say`admin mulai ${day}`,
    adminUntil: (day) => say`admin sampai ${day}`,
    byInvite: say`hanya lewat undangan`,
    readd: (day) => say`dimasukkan kembali sekali, sampai ${day}`,
    filesOnly: say`Hanya berkas yang dilihat: dengan server (ROLLCALL_URL atau --url), grup seperti keadaannya sekarang juga dilihat.`,
    sandbox: say`Sandbox: semua ini bukan WhatsApp.`,
    nowhere: say`Tidak ada di grup mana pun.`,
    unread: (groups) => say`Tidak diketahui tentang: ${groups}`,
    elsewhere: (count) => say`${count} grup milik akun lain tidak dibaca.`,
  },
  forget: {
    refused: {
      protected: (name) =>
        say`${name} dilindungi, dan melupakannya akan mengakhiri perlindungan itu diam-diam: ia bisa keluar dari grup. Keluarkan dulu dari protected, sebagai perubahan tersendiri, lalu jalankan ini lagi.`,
      account: (name) =>
        say`${name} adalah akun dari kebijakan, yang bertindak di grup: akun itu tidak dapat dilupakan.`,
    },
    nowhere: (name) => say`Tidak ada berkas yang menyebut ${name}.`,
    summary: (name, entries, files) => say`Lupakan ${name}: ${entries} entri daftar, dalam ${files} berkas.`,
    leaves: (groups) =>
      say`Menggabungkan ini MENGELUARKAN orang itu dari grup berkas-berkas ini, yang dikelola secara exact: ${groups}`,
    demoted: (groups) =>
      say`Menggabungkan ini memberhentikan orang itu sebagai admin, menurut berkas-berkas ini: ${groups}`,
    stays: (groups) =>
      say`Orang itu tetap ada di grup berkas-berkas ini, yang tidak mengeluarkan siapa pun; keluarkan lewat ponsel: ${groups}`,
    emptied: (list, file) =>
      say`KINI KOSONG: ${list} di ${file}. [] berarti tidak ada siapa-siapa, bukan "tidak dikelola".`,
    emptiedMembers: (file) =>
      say`TIDAK ADA yang tersisa di grup ${file}: rencana yang mengosongkannya ditolak, kecuali allow.removals mencakupnya.`,
    broken: say`Tidak ada yang ditulis: tanpa orang itu, berkas akan memuat kesalahan ini. Perbaiki dulu.`,
    question: say`Keluarkan orang itu dari berkas-berkas ini? Hanya "ya" yang berlaku:`,
    written: (file) => say`ditulis: ${file}`,
    notWritten: (file) => say`TIDAK ditulis: ${file}`,
    partly: say`Tidak semuanya ditulis. Yang sudah ditulis benar adanya; jalankan ini lagi untuk sisanya.`,
    mentions: (places, more) =>
      say`Masih disebut dalam teks dan komentar, mohon diperiksa: ${places}${more > 0 ? say` dan ${more} lagi` : say``}`,
    spreadsheet: (file) =>
      say`${file} adalah lembar kerja: pengelolanya juga harus menghapus baris itu, kalau tidak ia kembali dengan ekspor berikutnya.`,
    heading: say`Yang masih menyimpannya`,
    history: say`git: setiap commit sebelumnya, di setiap klon dan fork, di pull request yang terbuka dan di cache forge.`,
    sealedHistory: say`Nomor yang disegel dalam commit-commit itu: pemegang kunci pribadi waktu itu dapat membukanya, apa pun yang disegel ulang kemudian (rollcall seal --rotate).`,
    memory: say`Catatan proses: nama samaran, yang tidak dapat dibaca siapa pun tanpa ROLLCALL_KEY dan tebakan atas nomornya.`,
    artifacts: say`Berkas rencana, halaman dan komentar dari proses sebelumnya: nama, dan nomor yang disamarkan.`,
    gowa: say`GOWA dan WhatsApp: nomor dan pesan tanpa penyamaran, sampai rencana diterapkan, chat dihapus, dan berkas GOWA juga.`,
    purge: say`Cara membersihkan masing-masing: docs/privacy.md, "To take somebody out for good". Buat commit dulu, lalu:`,
  },
};
