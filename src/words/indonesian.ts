import type { Inline } from '../safe/inline.ts';
import { makeSay } from '../safe/inline.ts';
import type { ReportWords, Where } from './report-words.ts';
import { spellDay } from './spell-day.ts';

const say = makeSay('.');
const months = [
  'Januari',
  'Februari',
  'Maret',
  'April',
  'Mei',
  'Juni',
  'Juli',
  'Agustus',
  'September',
  'Oktober',
  'November',
  'Desember',
];
const times: Readonly<Record<number, Inline>> = {
  86400: say`24 jam`,
  604800: say`7 hari`,
  7776000: say`90 hari`,
};
const limits: Readonly<Record<string, Inline>> = {
  removals: say`orang yang dikeluarkan`,
  demotions: say`admin yang diberhentikan`,
  promotions: say`admin baru`,
  adds: say`orang yang ditambahkan`,
};
const people = ({ count }: Where) => (count === undefined ? say`orang` : say`${count} orang`);
const nouns = {
  add: say`ditambahkan`,
  remove: say`dikeluarkan`,
  promote: say`admin baru`,
  demote: say`bukan admin lagi`,
  set: say`perubahan lain`,
};

/** Reports in Indonesian, which has no plural to mind. */
export const indonesian: ReportWords = {
  language: 'id',
  and: [' dan ', ', dan '],
  number: (count) => say`${count}`,
  day: (day) => spellDay(day, { months, between: ' ' }),
  quote: (text) => say`“${text}”`,
  title: { plan: say`Yang akan dilakukan oleh merge ini`, apply: say`Yang telah dilakukan` },
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
    coming: (counts, first) =>
      say`Merge ini juga menyetujui yang terjadi pada tanggal-tanggal mendatang: ${counts}, yang pertama pada ${first}.`,
    comingRefused: (count) =>
      say`${count} perubahan pada tanggal-tanggal mendatang tidak disetujui oleh merge ini, karena ada yang menghalangi.`,
    notAdded: (count, all, who) => {
      if (all === 1) return say`Satu-satunya orang yang akan ditambahkan tidak jadi ditambahkan: ${who}.`;
      return count === all
        ? say`Tidak seorang pun dari ${all} orang Anda ditambahkan: ${who}.`
        : say`${count} dari ${all} orang Anda tidak ditambahkan: ${who}.`;
    },
    uncertain: (count, all, who) =>
      all === 1
        ? say`Belum pasti apakah satu-satunya orang yang akan ditambahkan sudah ditambahkan: ${who}.`
        : say`Belum pasti apakah ${count} dari ${all} orang Anda sudah ditambahkan: ${who}.`,
    notDone: (count, all) =>
      all === 1
        ? say`Satu-satunya perubahan tidak terjadi atau belum dapat dipastikan.`
        : say`${count} dari ${all} perubahan tidak terjadi atau belum dapat dipastikan.`,
    allDone: (count) =>
      count === 1
        ? say`Satu-satunya perubahan yang disetujui sudah dilakukan dan diperiksa.`
        : say`Semua ${count} perubahan yang disetujui sudah dilakukan dan diperiksa.`,
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
  captions: {
    add: () => nouns.add,
    remove: () => nouns.remove,
    promote: () => nouns.promote,
    demote: () => nouns.demote,
    set: () => nouns.set,
  },
  people: {
    add: ({ names }) => say`${names} ditambahkan.`,
    remove: ({ names }) => say`${names} dikeluarkan.`,
    promote: ({ names }) => say`${names} menjadi admin.`,
    demote: ({ names }) => say`${names} tetap di grup, tetapi bukan admin lagi.`,
  },
  done: {
    add: ({ names }) => say`${names} sudah ditambahkan.`,
    remove: ({ names }) => say`${names} sudah dikeluarkan.`,
    promote: ({ names }) => say`${names} sudah menjadi admin.`,
    demote: ({ names }) => say`${names} tetap di grup, tetapi bukan admin lagi.`,
  },
  notDone: {
    add: ({ names }) => say`${names} tidak ditambahkan`,
    remove: ({ names }) => say`${names} tidak dikeluarkan`,
    promote: ({ names }) => say`${names} tidak menjadi admin`,
    demote: ({ names }) => say`${names} tetap menjadi admin`,
  },
  isAdmin: (name) => say`${name} (admin)`,
  settings: {
    nouns: {
      name: say`nama grup`,
      topic: say`deskripsi`,
      photo: say`foto grup`,
      announce: say`siapa yang boleh mengirim pesan`,
      locked: say`siapa yang boleh mengubah info grup`,
      disappearing: say`pengatur waktu pesan sementara`,
    },
    notChanged: (all) => say`${all} tetap seperti sekarang`,
    name: (before, after) => say`Nama diubah dari ${before} menjadi ${after}.`,
    topic: {
      first: say`Deskripsi ditambahkan (sebelumnya kosong).`,
      removed: say`Deskripsi dihapus.`,
      differs: say`Deskripsi diubah.`,
    },
    photo: {
      first: say`Foto grup ditambahkan.`,
      removed: say`Foto grup dihapus.`,
      differs: say`Foto grup diganti.`,
    },
    announce: {
      on: say`Mulai sekarang hanya admin yang boleh mengirim pesan.`,
      off: say`Mulai sekarang semua anggota boleh mengirim pesan.`,
    },
    locked: {
      on: say`Mulai sekarang hanya admin yang boleh mengubah nama, foto, dan deskripsi grup.`,
      off: say`Mulai sekarang semua anggota boleh mengubah nama, foto, dan deskripsi grup.`,
    },
    disappearing: (seconds) =>
      seconds === 0
        ? say`Pesan sementara dimatikan: pesan baru tidak lagi menghilang.`
        : say`Pesan sementara: pesan baru menghilang setelah ${times[seconds] ?? say`${seconds} detik`}.`,
  },
  results: {
    verified: { word: say`selesai`, lead: say`Selesai dan sudah diperiksa:` },
    declined: { word: say`perlu diundang`, lead: say`Mohon kirim undangan:` },
    'not-verified': { word: say`belum pasti`, lead: say`Belum pasti apakah terjadi:` },
    failed: { word: say`gagal`, lead: say`Gagal:` },
    skipped: { word: say`belum dilakukan`, lead: say`Belum dilakukan kali ini:` },
    refused: { word: say`dihentikan oleh batas`, lead: say`Dihentikan oleh batas:` },
    'not-approved': { word: say`belum disetujui`, lead: say`Belum disetujui, jadi tidak dilakukan:` },
  },
  causes: {
    declined: say`pengaturan privasinya tidak mengizinkan, jadi seseorang harus mengirim undangan`,
    'not-on-whatsapp': say`tidak ditemukan di WhatsApp; mohon periksa nomornya`,
    'gone-from-whatsapp': say`sudah tidak ada di WhatsApp, jadi ini hanya dapat dilakukan lewat ponsel`,
    unreadable: say`grup tidak dapat dibaca`,
    'photo-unread': say`sudah dikirim, tetapi foto tidak dapat dibaca lagi; proses berikutnya memeriksa lagi`,
    incomplete: say`sudah dikirim, tetapi daftar anggota tidak dapat dibaca lagi seluruhnya; proses berikutnya memeriksa lagi`,
    uncounted: say`sudah dikirim, dan orangnya tidak ada lagi di daftar, tetapi WhatsApp tidak menyebut berapa anggota grup ini; mohon periksa lewat ponsel`,
    'perhaps-hidden': say`seseorang di grup menyembunyikan nomornya dan mungkin dialah orangnya; proses berikutnya memeriksa lagi`,
    'no-answer': say`tidak ada jawaban yang jelas, dan di grup belum terlihat; proses berikutnya memeriksa lagi`,
    'without-effect': say`WhatsApp menjawab ya, tetapi di grup belum terlihat; proses berikutnya memeriksa lagi`,
    'one-of-several': say`sebagian dari yang ditambahkan bersama-sama tidak bersedia, dan WhatsApp tidak menyebut siapa`,
    rejected: say`WhatsApp tidak menerimanya; catatan proses menjelaskan lebih lanjut`,
    'gave-up': say`WhatsApp tidak menerima yang lain di grup ini, jadi yang ini tidak dicoba; catatan proses menjelaskan lebih lanjut`,
    needs: say`ada hal lain yang harus terjadi lebih dulu, dan itu tidak terjadi`,
    pace: say`sudah cukup untuk hari ini; proses berikutnya melanjutkan`,
    'line-lost': say`koneksi terputus tepat pada saat itu; proses berikutnya memeriksa lagi`,
    stopped: say`proses berakhir sebelum sampai ke sini`,
    interrupted: say`proses berakhir sebelum sampai ke sini`,
    'not-reached': say`proses berakhir sebelum sampai ke sini`,
    'under-way': say`sedang dikirim saat itu; mungkin sudah terjadi, mungkin belum`,
    limit: say`sekarang dihentikan oleh batas`,
    'left-alone': say`sekarang tidak diperlukan lagi atau tidak mungkin`,
    'not-due': say`sekarang tidak diperlukan lagi atau tidak mungkin`,
  },
  why: ({ reason }, ways, day) => {
    if (reason === 'unlisted') return say`tidak ada dalam daftar`;
    if (reason === 'ended') return say`hari terakhirnya ${day}`;
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
  origins: {
    'pull-request': say`pull request ini`,
    phone: say`diubah lewat ponsel, atau belum pernah disetujui`,
    date: say`tanggalnya sudah lewat`,
    'earlier-merge': say`menunggu sejak merge sebelumnya`,
  },
  leftAlone: {
    'not-admin': say`akun yang dipakai Rollcall bukan admin grup ini; seseorang harus menjadikannya admin`,
    suspended: say`WhatsApp menangguhkan grup ini; mohon dilihat di ponsel`,
    community: say`WhatsApp tidak mengizinkan ini di komunitas atau grup pengumumannya`,
    'frozen-topic': say`WhatsApp menolak setiap deskripsi baru di grup ini, juga dari ponsel`,
    'name-too-long': say`terlalu panjang untuk dikirim; persingkat, atau ubah di ponsel`,
    owner: say`Rollcall tidak pernah menyentuh pembuat grup; masukkan ke dalam daftar, atau lihat di ponsel apa yang bisa dilakukan`,
    'protected-number': say`ini dulu nomor orang yang dilindungi oleh aturan organisasi; jika nomor ini bukan miliknya lagi, keluarkan lewat ponsel`,
    protected: say`dilindungi oleh aturan organisasi`,
    admin: say`admin tidak dikeluarkan di grup ini`,
    incomplete: say`WhatsApp memberi daftar anggota yang tidak lengkap, jadi tidak ada yang diubah; ulangi nanti`,
    undated: say`WhatsApp tidak menyebut kapan grup ini dibuat, jadi mungkin hanya sebagian yang ditunjukkan; penambahan dapat dilakukan lewat ponsel`,
    vanished: say`banyak anggota yang sebelumnya ada tidak lagi disebut oleh WhatsApp, jadi tidak ada yang diubah sampai proses sehari kemudian menemukan hal yang sama`,
    unidentified: say`WhatsApp menyembunyikan nomornya, jadi tidak diketahui siapa ini`,
    'perhaps-hidden': (_, { asked }) => {
      const hides = say`seseorang di grup menyembunyikan nomornya dan mungkin dialah orangnya`;
      if (asked === 'not-yet')
        return say`${hides}; WhatsApp hanya ditanyai tentang sedikit orang setiap kali, dan proses berikutnya bertanya lagi`;
      if (asked === 'spent') return say`${hides}; hari ini tidak boleh bertanya lagi`;
      if (asked === 'not-found')
        return say`${hides}; nomor di daftar tidak ditemukan di WhatsApp, jadi mohon diperiksa`;
      return say`${hides}; mohon dicari tahu`;
    },
    'perhaps-listed': say`mungkin seseorang dalam daftar yang nomornya disembunyikan WhatsApp; mohon dicari tahu`,
    'number-changed': (_, { other, line, isLoss }) => {
      const write = line
        ? say`; barisnya di daftar orang seharusnya menjadi ${line}`
        : say`; mohon perbaiki nomornya di daftar`;
      if (isLoss) return say`ini ${other ?? say`seseorang dalam daftar`} dengan nomor baru${write}`;
      return other
        ? say`masih ada di grup, dengan nomor baru: ${other}${write}`
        : say`masih ada di grup, dengan nomor baru yang disembunyikan WhatsApp; mohon tanyakan nomornya dan perbaiki daftarnya`;
    },
    'other-account': say`nomor ini dulu milik akun WhatsApp lain; mohon dicari tahu siapa pemiliknya sekarang`,
    unconfirmed: say`WhatsApp menyembunyikan nomornya, dan belum ditanyakan lagi siapa ini; proses berikutnya menanyakannya`,
    'perhaps-same': (_, { other }) =>
      say`mungkin orang yang sama dengan ${other ?? say`orang lain`}, yang nomornya hampir sama; mohon perbaiki daftarnya, atau keluarkan salah satunya lewat ponsel`,
    'perhaps-typo': (_, { other }) =>
      say`mungkin ini ${other ?? say`seseorang dalam daftar`}, yang nomornya di daftar hampir sama dan tidak ada di WhatsApp; mohon diperiksa`,
    ambiguous: say`keduanya tidak dapat dibedakan; mohon dilihat di ponsel`,
    'by-invite': say`hanya lewat undangan; mohon kirim tautannya`,
    tried: say`sudah pernah ditambahkan tanpa hasil, dan WhatsApp tidak menyebut alasannya; seseorang harus mengirim tautan undangan`,
    refused: say`terakhir kali tidak diterima WhatsApp; dicoba lagi setelah beberapa hari, atau lakukan lewat ponsel`,
    declined: say`tidak mau ditambahkan, atau sudah diundang; dicoba lagi setelah 30 hari`,
    'not-on-whatsapp': say`tidak ditemukan di WhatsApp; mohon periksa nomornya`,
    left: say`pernah ada di grup dan sudah keluar`,
    full: say`grup penuh: WhatsApp mengizinkan paling banyak 1.024`,
    'no-memory': say`catatan proses sebelumnya hilang, jadi tidak ada anggota yang diubah`,
    'photo-hidden': say`WhatsApp tidak menunjukkan foto grup ini kepada akun yang dipakai Rollcall`,
    'photo-untold': say`tidak dapat diketahui apakah komunitas ini tidak punya foto atau menyembunyikannya, jadi tidak diubah; atur lewat ponsel`,
    'photo-unread': say`foto tidak dapat dibaca kali ini; ulangi nanti`,
    additive: say`tidak ada yang dikeluarkan dari grup ini, dan admin tetap menjadi admin`,
    observe: say`grup ini hanya diamati`,
    'not-approved': say`belum ada yang menyetujui; mohon dimintakan persetujuan`,
    'earlier-plan': say`sudah disetujui sebelumnya; dilakukan saat Rollcall berjalan berikutnya tanpa rencana`,
  },
  since: (day, reason) => {
    if (reason === 'left') return say`terakhir terlihat di sana ${day}`;
    if (reason === 'refused') return say`dicoba ${day}`;
    return reason === 'tried' ? say`ditambahkan ${day}` : say`ditanyakan ${day}`;
  },
  hiddenMember: say`anggota dengan nomor tersembunyi`,
  somebody: say`seseorang`,
  ambiguous: say`dua anggota`,
  unreadable: {
    'not-in-group': say`Akun yang dipakai Rollcall tidak ada di grup ini: tambahkan akun itu, atau hapus berkasnya.`,
    'no-such-group': say`Grup ini sudah tidak ada: perbaiki berkasnya, atau hapus.`,
    failed: say`Grup ini tidak dapat dibaca, jadi tidak ada yang dilakukan di sini.`,
  },
  refusal: ({ limit, scope, count, allowed, earlier = 0 }, file) => {
    if (limit === 'id-edited')
      return say`Berkas ${file} sekarang menunjuk ke grup lain, dengan daftar yang sebelumnya milik grup yang berbeda.`;
    if (limit === 'admins')
      return say`${count === 0 ? say`Tidak ada admin` : say`Hanya ${count} admin`} yang akan tersisa, padahal harus ada paling sedikit ${allowed}.`;
    if (limit === 'emptied')
      return say`${count} orang akan dikeluarkan, karena daftarnya tidak menyebut siapa pun lagi, atau tidak seorang pun yang ada di grup.`;
    const what = say`${count} ${limits[limit] ?? say`perubahan`}`;
    if (scope === 'group') return say`Di grup ini akan ada ${what}, sedangkan batasnya ${allowed}.`;
    const before = earlier > 0 ? say`, termasuk ${earlier} dari 24 jam terakhir` : say``;
    return say`Di semua grup bersama-sama akan ada ${what} dalam 24 jam${before}, sedangkan batasnya ${allowed}.`;
  },
  refusalAdvice: {
    group: say`Tidak ada yang dilakukan di grup ini. Kurangi jumlahnya; atau, bila memang itu maksudnya, berkas grup dapat mengizinkannya satu kali, dengan alasan dan hari terakhir.`,
    run: ({ count }, room, rule) =>
      say`Merge ini tidak melakukan satu pun di antaranya. ${room > 0 ? say`Lakukan merge untuk paling banyak ${room} sekarang dan sisanya` : say`Lakukan merge`} 24 jam kemudian; atau, bila memang itu maksudnya, naikkan dulu batasnya (${rule} di berkas _policy.yaml) menjadi ${count} lewat pull request tersendiri; atau berkas grup dapat mengizinkannya satu kali, dengan alasan dan hari terakhir.`,
    admins: say`Tidak ada yang dilakukan di grup ini. Sebutkan admin lain, atau pertahankan satu.`,
    emptied: say`Tidak ada yang dilakukan di grup ini. Tuliskan siapa yang harus tetap ada; atau, bila memang itu maksudnya, berkas grup dapat mengizinkannya satu kali, dengan alasan dan hari terakhir.`,
    coming: say`Merge ini tidak menyetujui yang terjadi pada tanggal itu; yang lain tetap berjalan. Kurangi jumlahnya pada satu hari; atau, bila memang itu maksudnya, berkas grup dapat mengizinkannya satu kali, dengan alasan dan hari terakhir.`,
    'id-edited': say`Tidak ada yang dilakukan, karena anggota satu grup akan dimasukkan ke grup lain. Grup lain memerlukan berkas sendiri; bila grup lama sudah tidak dipakai, hapus dulu berkasnya lewat pull request tersendiri.`,
  },
  notices: {
    'lid-known': (name) => say`Nomor tersembunyi ternyata milik ${name}: berkas dapat menyebutnya sekarang.`,
    'allow-expired': () => say`Izin berkas untuk melewati batas sudah berakhir dan dapat dihapus.`,
    'allow-used-up': () => say`Izin berkas untuk melewati batas sudah terpakai dan dapat dihapus.`,
  },
  lifted: ({ limit, scope, count, usual, number }, until, reason) => {
    const end = say`paling banyak ${number} sampai ${until}, dengan alasan: ${reason}.`;
    if (limit === 'emptied')
      return say`Satu batas tidak berlaku di sini: ${count} orang akan dikeluarkan, dan tidak seorang pun dari daftar akan ada di grup. Berkas grup mengizinkannya: ${end}`;
    const what = say`${count} ${limits[limit] ?? say`perubahan`}`;
    return scope === 'group'
      ? say`Satu batas tidak berlaku di sini: ada ${what}, sedangkan batasnya ${usual}. Berkas grup mengizinkannya: ${end}`
      : say`Satu batas tidak berlaku di sini: di semua grup bersama-sama ada ${what}, batasnya ${usual}, dan grup ini tidak ikut dihitung. Berkasnya mengizinkan: ${end}`;
  },
  scheduled: {
    add: (name, group, on) => say`${on}: ${name} ditambahkan ke ${group}`,
    remove: (name, group, on) => say`${on}: ${name} dikeluarkan dari ${group}`,
    promote: (name, group, on) => say`${on}: ${name} menjadi admin di ${group}`,
    demote: (name, group, on) => say`${on}: ${name} bukan admin lagi di ${group}`,
  },
  coming: {
    refused: (reason) => say`tidak disetujui: ${reason}`,
    obstacle: (reason) => say`saat ini: ${reason}`,
    unreadable: say`grup tidak dapat dibaca; rencana berikutnya akan menyebutkannya lagi`,
    before: say`sudah ada di dalam file sebelumnya, dan belum ada yang menyetujuinya`,
  },
  stopped: {
    deleted: (name) =>
      say`${name} tidak diurus lagi: berkasnya dihapus. Grupnya sendiri tetap seperti sekarang.`,
    ignored: (name) =>
      say`${name} tidak diurus lagi: nama berkasnya diganti. Grupnya sendiri tetap seperti sekarang.`,
    'id-edited': (name) => say`Berkas ${name} sekarang menunjuk ke grup lain.`,
  },
  arrived: {
    'new-file': (name) =>
      say`${name} baru di sini: berkasnya baru, dan semua yang terjadi di grup ini berasal dari pull request ini.`,
    'first-id': (name) =>
      say`${name} baru di sini: sebelumnya berkasnya tidak menyebut untuk grup mana, dan semua yang terjadi di grup ini berasal dari pull request ini.`,
  },
  relaxed: {
    parts: {
      members: say`siapa yang menjadi anggota`,
      admins: say`siapa yang menjadi admin`,
      settings: say`pengaturan grup`,
    },
    gone: (name, nouns) =>
      say`Berkas ${name} tidak lagi menyebut hal ini: ${nouns}. Di grup semuanya tetap seperti sekarang, dan tidak ada yang mengurusnya.`,
    observe: (name, parts) =>
      say`Di ${name} hal ini mulai sekarang hanya diamati, tidak diperbaiki: ${parts}.`,
    additive: {
      members: (name) => say`Mulai sekarang tidak ada yang dikeluarkan dari ${name}.`,
      admins: (name) => say`Mulai sekarang tidak ada yang berhenti menjadi admin ${name}.`,
    },
  },
  unread: {
    policy: (file) =>
      say`Sebelum pull request ini, berkas aturan (${file}) tidak ada atau mengandung kesalahan. Karena itu yang berlaku adalah batas yang paling ketat di antara batas sekarang, batas yang biasa, dan yang masih dapat dibaca; belum pasti siapa yang dilindungi; dan semuanya dihitung sebagai perubahan pull request ini.`,
    protected: (file) =>
      say`Belum pasti siapa yang dilindungi sebelum pull request ini (${file}): mohon perhatikan baik-baik siapa yang keluar atau bukan admin lagi.`,
    people: (file) =>
      say`Sebelum pull request ini, berkas daftar orang (${file}) mengandung kesalahan. Karena itu tidak dapat diketahui apakah nomor orang lain dipasang pada sebuah nama: mohon bandingkan nomornya. Semua yang terjadi pada orang dihitung sebagai perubahan pull request ini.`,
    group: (file) =>
      say`Sebelum pull request ini, berkas ${file} mengandung kesalahan: semua yang terjadi di grupnya dihitung sebagai perubahan pull request ini.`,
    id: (file) =>
      say`Sebelum pull request ini, berkas ${file} mengandung kesalahan, dan tidak dapat diketahui untuk grup mana berkas itu: mohon periksa apakah grupnya sama. Semua yang terjadi di grupnya dihitung sebagai perubahan pull request ini.`,
    photo: (file) =>
      say`Sebelum pull request ini, foto dari berkas ${file} tidak dapat dibaca: perubahannya dihitung sebagai perubahan pull request ini.`,
  },
  newNumber: (name, [before, after], all, adminIn) =>
    say`Nomor ${name} berubah dari ${before} menjadi ${after}: pemilik nomor baru itu menjadi anggota ${all} grup${adminIn === 0 ? say`` : say`, dan admin di ${adminIn} di antaranya`}.`,
  notes: {
    sandbox: say`Ini hanya latihan: tidak ada yang benar-benar terjadi di WhatsApp.`,
    noMemory: say`Catatan proses sebelumnya tidak disimpan: siapa pun yang belum ada di grup akan ditambahkan, juga yang keluar sendiri.`,
    badMemory: say`Catatan proses sebelumnya hilang atau rusak, jadi tidak ada anggota yang diubah.`,
    elsewhere: (count) => say`${count} grup dari akun lain tidak diperiksa.`,
    paceHeld: say`Kebijakan sekarang mengizinkan laju yang lebih cepat. Supaya WhatsApp tidak memblokir akun, laju itu baru berlaku 24 jam setelah proses pertama yang melihatnya.`,
    days: (days) =>
      say`Menambahkan semua orang memerlukan sekitar ${days} hari, supaya WhatsApp tidak memblokir akun.`,
    interrupted: say`Proses terputus: yang sedang berjalan sudah diperiksa, sisanya belum dimulai.`,
    paceSpent: say`Sudah cukup untuk satu hari; sisanya untuk proses berikutnya.`,
    resumes: (time) => say`Proses berikutnya dapat berjalan setelah ${time}.`,
    stops: {
      'rate-limited': say`WhatsApp meminta akun ini lebih lambat, jadi proses langsung dihentikan.`,
      'session-lost': say`Akun dikeluarkan dari WhatsApp, jadi proses langsung dihentikan: mohon lihat ponselnya.`,
      unreachable: say`Server tidak dapat dihubungi lagi, jadi proses dihentikan.`,
      'no-answers': say`Server tidak lagi menjawab, jadi proses dihentikan: seseorang perlu memeriksanya.`,
      'no-storage': say`Catatan proses ini tidak dapat disimpan, jadi proses dihentikan: seseorang perlu memeriksa disk.`,
    },
  },
  headings: {
    groups: say`Grup demi grup`,
    others: say`Bukan dari pull request ini`,
    othersLead: say`Merge ini juga melakukan yang berikut, meskipun bukan karena pull request ini:`,
    leftAlone: say`Yang dibiarkan, dan mengapa`,
    needHuman: say`Perlu diperiksa seseorang`,
    onPurpose: say`Memang dimaksudkan begitu`,
    people: say`Orang di beberapa grup`,
    peopleLead: say`Semua orang yang terkena perubahan di lebih dari satu grup.`,
    dates: say`Tanggal yang akan datang`,
    datesLead: say`Merge ini menyetujui hal-hal berikut, kecuali jika disebutkan lain, dan masing-masing dilakukan pada tanggalnya:`,
    approvedDates: say`Tanggal yang akan datang yang sudah disetujui`,
    waiting: say`Sudah disetujui, tetapi belum dilakukan`,
    toCreate: say`Grup yang belum ada`,
    pullRequest: say`Yang terpenting`,
    notes: say`Perlu diketahui`,
    details: (count) => say`Rincian ${count} perubahan`,
    groupCount: (count) => say`${count} grup`,
    due: say`Akan dilakukan:`,
    columns: {
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
    noPicture: say`tidak ada gambar`,
    photoOf: {
      before: (group) => say`Foto ${group} sebelumnya`,
      after: (group) => say`Foto ${group} sesudahnya`,
    },
    risk: {
      high: say`ada yang dikeluarkan atau menjadi admin`,
      medium: say`ada yang berhenti menjadi admin`,
      low: say`tidak ada yang dikeluarkan atau menjadi admin`,
      refused: say`ada perubahan yang dihentikan oleh batas`,
      trouble: say`belum semuanya dilakukan`,
      done: say`semuanya selesai`,
    },
    inSync: (count) => say`${count} grup sudah sesuai dengan berkasnya.`,
    cut: (count, risky) =>
      say`Dipotong di sini, karena teks ini tidak boleh lebih panjang: masih ada ${count} grup dengan perubahan, ${risky} di antaranya dengan orang yang dikeluarkan atau menjadi admin. Laporan lain menunjukkan semuanya.`,
    tableCut: say`Tabel tidak ditampilkan di sini, karena teks ini tidak boleh lebih panjang. Laporan lain memuatnya.`,
    morePeople: (count) => say`${count} lainnya`,
    moreLines: (count) => say`… ${count} baris lagi`,
    moreItems: (count) => say`… dan ${count} lagi`,
    skip: say`Langsung ke daftar grup`,
    account: (name) => say`Akun: ${name}`,
  },
};
