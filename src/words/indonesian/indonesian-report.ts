import { keptFor, toHours } from '../../domain/patience.ts';
import { say } from './indonesian-forms.ts';
import type { ReportWords, Where } from '../report-words.ts';

const people = ({ count }: Where) => (count === undefined ? say`orang` : say`${count} orang`);
const nouns = {
  add: say`ditambahkan`,
  remove: say`dikeluarkan`,
  promote: say`admin baru`,
  demote: say`bukan admin lagi`,
  set: say`perubahan lain`,
};

/** What reports say in Indonesian. */
export const indonesianReport: ReportWords = {
  title: {
    plan: say`Yang akan dilakukan oleh merge ini`,
    apply: say`Yang telah dilakukan`,
    create: say`Grup yang dibuat`,
  },
  facts: {
    pullRequest: say`Pull request`,
    author: say`Oleh`,
    commit: say`Commit`,
    made: say`Dibuat pada`,
    account: say`Akun`,
  },
  headline: {
    merging: (removed, promoted) => {
      const first = removed
        ? say`mengeluarkan ${people(removed)} dari ${removed.places}`
        : say`tidak mengeluarkan siapa pun`;
      if (promoted)
        return say`Merge ini ${first}${removed ? say` serta` : say`, tetapi`} menjadikan ${people(promoted)} admin di ${promoted.places}.`;
      return say`Merge ini ${first} dan tidak menjadikan siapa pun admin.`;
    },
    nothing: say`Merge ini tidak mengubah apa pun: tidak ada yang dikeluarkan dan tidak ada yang menjadi admin.`,
    total: (counts, some, all) => say`Seluruhnya: ${counts}, di ${some} dari ${all} grup.`,
    others: (count, all) =>
      count === all
        ? say`Semua ini tidak berasal dari pull request ini, tetapi tetap dilakukan oleh merge ini.`
        : say`${count} dari ${all} perubahan ini tidak berasal dari pull request ini, tetapi tetap dilakukan oleh merge ini.`,
    stopped: (count) => say`${count} perubahan dihentikan oleh batas: merge ini tidak melakukannya.`,
    takes: {
      pauses: (duration) => say`Menjalankan semuanya memerlukan ${duration}.`,
      adding: (duration) =>
        say`Menambahkan semua orang memerlukan ${duration}: hanya beberapa orang per hari, supaya WhatsApp tidak memblokir akun.`,
      lookingUp: (duration) =>
        say`Menjalankan semuanya memerlukan ${duration}: hanya beberapa orang per hari, supaya WhatsApp tidak memblokir akun.`,
    },
    coming: (counts, first) =>
      say`Merge ini juga menyetujui yang terjadi pada tanggal-tanggal mendatang: ${counts}, yang pertama pada ${first}.`,
    unread: (names) =>
      say`${names} tidak dapat dibaca, jadi tidak diketahui apa yang perlu diubah, dan tidak ada yang dilakukan di sana.`,
    toInvite: (count) =>
      say`Merge ini juga menyetujui bahwa ${count} orang datang lewat tautan undangan: tidak ada yang menambahkan mereka, dan siapa di antara mereka yang minta bergabung akan diterima.`,
    lanes: (count) => say`Lewat tautan undangan, ${count} orang ini bisa datang begitu mereka mau.`,
    comingRefused: (count) =>
      say`${count} perubahan pada tanggal-tanggal mendatang tidak disetujui oleh merge ini, karena ada yang menghalangi.`,
    notAdded: (count, all, who) => {
      if (all === 1) return say`Satu-satunya orang yang akan ditambahkan tidak jadi ditambahkan: ${who}.`;
      return count === all
        ? say`Tidak satu pun dari ${all} penambahan terjadi: ${who}.`
        : say`${count} dari ${all} penambahan tidak terjadi: ${who}.`;
    },
    later: (count, all) =>
      all === 1
        ? say`Satu-satunya penambahan menunggu proses berikutnya: untuk satu hari sudah cukup.`
        : say`${count} dari ${all} penambahan menunggu proses berikutnya: untuk satu hari sudah cukup.`,
    uncertain: (count, all, who) =>
      all === 1
        ? say`Belum pasti apakah satu-satunya orang yang akan ditambahkan sudah ditambahkan: ${who}.`
        : say`Belum pasti apakah ${count === all ? say`${all}` : say`${count} dari ${all}`} penambahan sudah terjadi: ${who}.`,
    notDone: (count, all) =>
      all === 1
        ? say`Satu-satunya perubahan tidak terjadi atau belum dapat dipastikan.`
        : say`${count} dari ${all} perubahan tidak terjadi atau belum dapat dipastikan.`,
    allDone: (count) =>
      count === 1
        ? say`Satu-satunya perubahan yang disetujui sudah dilakukan dan diperiksa.`
        : say`${count === 2 ? say`Kedua` : say`Semua ${count}`} perubahan yang disetujui sudah dilakukan dan diperiksa.`,
    nothingApproved: say`Tidak ada perubahan yang diperlukan dan disetujui, jadi tidak ada yang dilakukan.`,
    fates: {
      remove: {
        none: say`tidak ada yang dikeluarkan`,
        some: (where) => say`${people(where)} dikeluarkan dari ${where.places}`,
        perhaps: (where) => say`belum pasti apakah ${people(where)} dikeluarkan dari ${where.places}`,
      },
      promote: {
        none: say`tidak ada yang menjadi admin`,
        some: (where) => say`${people(where)} menjadi admin di ${where.places}`,
        perhaps: (where) => say`belum pasti apakah ${people(where)} menjadi admin di ${where.places}`,
      },
    },
    notApproved: (count) => say`${count} perubahan dibiarkan karena belum disetujui.`,
    waiting: (count) => say`${count} perubahan yang disetujui belum dapat dilakukan dan masih menunggu.`,
    moreGroups: (count, number) => say`${count} grup lain (${number})`,
    morePeople: (count) => say`${count} lainnya`,
  },
  counts: {
    add: (count) => say`${count} ${nouns.add}`,
    remove: (count) => say`${count} ${nouns.remove}`,
    promote: (count) => say`${count} ${nouns.promote}`,
    demote: (count) => say`${count} ${nouns.demote}`,
    set: (count) => say`${count} ${nouns.set}`,
  },
  badges: {
    remove: (count) => say`mengeluarkan ${count}`,
    promote: (count) => say`menjadikan ${count} admin`,
    demote: (count) => say`memberhentikan ${count} admin`,
    add: (count) => say`menambahkan ${count}`,
    set: (count) => say`mengubah ${count} setelan`,
    refused: (count) => say`batas menghentikan ${count}`,
    open: (count, all) => say`${count} dari ${all} belum dilakukan`,
    done: say`semuanya selesai`,
    blocked: say`tidak ada yang dilakukan`,
  },
  captions: {
    add: () => nouns.add,
    remove: () => nouns.remove,
    promote: () => nouns.promote,
    demote: () => nouns.demote,
    set: () => nouns.set,
  },
  people: {
    knock: ({ names }) => say`${names} meminta bergabung dan diterima.`,
    add: ({ names }) => say`${names} ditambahkan.`,
    remove: ({ names }) => say`${names} dikeluarkan.`,
    promote: ({ names }) => say`${names} menjadi admin.`,
    demote: ({ names }) => say`${names} tetap di grup, tetapi bukan admin lagi.`,
  },
  done: {
    knock: ({ names }) => say`${names} meminta bergabung dan sudah diterima.`,
    add: ({ names }) => say`${names} sudah ditambahkan.`,
    remove: ({ names }) => say`${names} sudah dikeluarkan.`,
    promote: ({ names }) => say`${names} sudah menjadi admin.`,
    demote: ({ names }) => say`${names} tetap di grup, tetapi bukan admin lagi.`,
  },
  notDone: {
    knock: ({ names }) => say`${names} meminta bergabung dan tidak diterima`,
    add: ({ names }) => say`${names} tidak ditambahkan`,
    remove: ({ names }) => say`${names} tidak dikeluarkan`,
    promote: ({ names }) => say`${names} tidak menjadi admin`,
    demote: ({ names }) => say`${names} tetap menjadi admin`,
  },
  isAdmin: (name) => say`${name} (admin)`,
  numbers: {
    old: (name) => say`${name} (nomor lama)`,
    new: (name) => say`${name} (nomor baru)`,
    swap: (name) => say`${name}: nomor lama keluar, nomor baru masuk.`,
  },
  unchanged: (all) => say`${all} tetap seperti sekarang`,
  results: {
    verified: { word: say`selesai`, lead: say`Selesai dan sudah diperiksa:` },
    declined: { word: say`perlu diundang`, lead: say`Mohon kirim undangan:` },
    'not-verified': { word: say`belum pasti`, lead: say`Belum pasti apakah terjadi:` },
    failed: { word: say`gagal`, lead: say`Gagal:` },
    skipped: { word: say`belum dilakukan`, lead: say`Belum dilakukan kali ini:` },
    refused: { word: say`dihentikan oleh batas`, lead: say`Dihentikan oleh batas:` },
    'not-approved': { word: say`belum disetujui`, lead: say`Belum disetujui, jadi tidak dilakukan:` },
  },
  why: ({ reason }, ways, day) => {
    if (reason === 'leavers') return say`yang dikeluarkan mungkin masih punya tautan lama`;
    if (reason === 'unlisted') return say`tidak ada dalam daftar`;
    if (reason === 'ended') return say`hari terakhirnya ${day}`;
    if (reason === 'begun') return say`ada dalam daftar mulai ${day}`;
    if (reason === 'early') return say`ada dalam daftar baru mulai ${day}`;
    if (reason === 'readd') return say`pernah keluar, dan dimasukkan kembali satu kali`;
    if (reason === 'listed') return ways === '' ? say`ada dalam daftar` : ways;
    return say`tertulis dalam berkas`;
  },
  team: (name) => say`tim ${name}`,
  line: (number) => say`baris ${number}`,
  once: {
    add: (name) => say`setelah ${name} ditambahkan`,
    promote: (name) => say`setelah ${name} menjadi admin`,
    demote: (name) => say`setelah ${name} bukan admin lagi`,
    remove: (name) => say`setelah ${name} dikeluarkan`,
  },
  since: (day, reason) => {
    if (reason === 'left') return say`terakhir terlihat di sana ${day}`;
    if (reason === 'refused' || reason === 'not-let-in') return say`dicoba ${day}`;
    if (reason.startsWith('asks')) return say`meminta ${day}`;
    return reason === 'tried' ? say`ditambahkan ${day}` : say`ditanyakan ${day}`;
  },
  between: (first, last) => say`antara ${first} dan ${last}`,
  hiddenMember: say`anggota dengan nomor tersembunyi`,
  hiddenAsking: say`seseorang dengan nomor tersembunyi`,
  somebody: say`seseorang`,
  ambiguous: say`dua anggota`,
  coming: {
    approved: say`sudah disetujui`,
    refused: (reason) => say`tidak disetujui: ${reason}`,
    obstacle: (reason) => say`saat ini: ${reason}`,
    before: say`sudah ada di dalam file sebelumnya, dan belum ada yang menyetujuinya`,
  },
  notes: {
    sandbox: say`Ini hanya latihan: tidak ada yang benar-benar terjadi di WhatsApp.`,
    noMemory: say`Catatan proses sebelumnya tidak disimpan: siapa pun yang belum ada di grup akan ditambahkan, juga yang keluar sendiri.`,
    freshMemory: (since, until) =>
      say`Catatan proses sebelumnya dimulai pada ${since}: siapa pun yang keluar, atau tidak mau ditambahkan, sebelum hari itu mungkin ditambahkan lagi. Catatan ini tampil sampai ${until}.`,
    newMemory: say`Catatan proses sebelumnya belum ada, jadi tidak ada anggota yang diubah. Langkah berikutnya adalah memulainya: rollcall apply --new-journal.`,
    badMemory: say`Catatan proses sebelumnya hilang atau rusak, jadi tidak ada anggota yang diubah.`,
    elsewhere: (count) => say`${count} grup dari akun lain tidak diperiksa.`,
    datedLinks: say`Ketika suatu tanggal mengeluarkan seseorang, tautan undangan grup itu sekaligus dibuat baru; merge ini juga menyetujuinya.`,
    oldLink: (names) =>
      say`Yang dikeluarkan dari ${names} mungkin masih punya tautan undangannya dan bisa kembali lewat tautan itu.`,
    paceHeld: say`Kebijakan sekarang mengizinkan laju yang lebih cepat. Supaya WhatsApp tidak memblokir akun, laju itu baru berlaku ${toHours(keptFor.spent)} jam setelah proses pertama yang melihatnya.`,
    interrupted: say`Proses terputus: yang sedang berjalan sudah diperiksa, sisanya belum dimulai.`,
    paceSpent: say`Sudah cukup untuk satu hari; sisanya untuk proses berikutnya.`,
    resumes: (time) => say`Proses berikutnya dapat berjalan setelah ${time}.`,
  },
  headings: {
    groups: say`Grup demi grup`,
    others: say`Bukan dari pull request ini`,
    othersLead: say`Merge ini juga melakukan yang berikut, meskipun bukan karena pull request ini:`,
    leftAlone: say`Yang dibiarkan, dan mengapa`,
    toInvite: say`Yang datang lewat tautan undangan`,
    needHuman: say`Perlu diperiksa seseorang`,
    wasBefore: say`Perlu diperiksa seseorang, seperti sebelum pull request ini`,
    onPurpose: say`Memang dimaksudkan begitu`,
    people: say`Orang per orang`,
    peopleLead: say`Yang terjadi pada setiap orang, dan di berapa grup.`,
    dates: say`Tanggal yang akan datang`,
    datesLead: say`Merge ini menyetujui hal-hal berikut, kecuali jika disebutkan lain, dan masing-masing dilakukan pada tanggalnya:`,
    waiting: say`Sudah disetujui, tetapi belum dilakukan`,
    toCreate: say`Grup yang belum ada`,
    pullRequest: say`Yang terpenting`,
    notes: say`Perlu diketahui`,
    details: (count) => say`Rincian ${count} perubahan`,
    claim: (name) => say`Berkasnya menyebut grup ini ${name}.`,
    due: say`Akan dilakukan:`,
    columns: {
      day: say`Hari`,
      group: say`Grup`,
      inTheWay: say`Yang menghalangi`,
      happens: say`Yang terjadi`,
      planned: say`Rencana`,
      why: say`Mengapa`,
      outcome: say`Hasil`,
      person: say`Orang`,
      joins: say`Ditambahkan`,
      leaves: say`Dikeluarkan`,
      admin: say`Admin baru`,
      notAdmin: say`Bukan admin lagi`,
    },
    before: say`Sebelum`,
    after: say`Sesudah`,
    removedLine: say`dihapus:`,
    addedLine: say`ditambahkan:`,
    larger: say`Perbesar`,
    noPicture: say`tidak ada gambar`,
    photoOf: {
      before: (group) => say`Foto ${group} sebelumnya`,
      after: (group) => say`Foto ${group} sesudahnya`,
    },
    inSync: (count) => say`${count} grup sudah sesuai dengan berkasnya.`,
    cut: (count, all, risky) =>
      say`Dipotong di sini, karena komentar tidak boleh lebih panjang: masih ada ${count} grup dengan ${all} perubahan, ${risky} grup di antaranya dengan orang yang dikeluarkan atau menjadi admin. Halaman laporan menunjukkan semuanya.`,
    namesCut: say`Nama-namanya tidak muat di sini, karena komentar tidak boleh lebih panjang. Halaman laporan memuatnya.`,
    morePeople: (count) => say`${count} lainnya`,
    moreItems: (count) => say`… dan ${count} lagi`,
    skip: say`Langsung ke daftar grup`,
    page: say`Semuanya sebagai satu halaman, beserta foto`,
  },
};
