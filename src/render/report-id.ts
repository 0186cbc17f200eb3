import type { Inline } from './inline.ts';
import { say } from './inline.ts';
import type { ReportWords } from './report-words.ts';

const times: Readonly<Record<number, Inline>> = {
  86400: say`24 jam`,
  604800: say`7 hari`,
  7776000: say`90 hari`,
};
const limits: Readonly<Record<string, Inline>> = {
  removals: say`orang dikeluarkan`,
  demotions: say`orang berhenti menjadi admin`,
  promotions: say`admin baru`,
  adds: say`orang bergabung`,
};

/** Reports in Indonesian, which has no plural to mind. */
export const indonesian: ReportWords = {
  language: 'id',
  and: 'dan',
  quote: (text) => say`“${text}”`,
  title: { plan: say`Yang akan terjadi bila digabungkan`, apply: say`Yang telah dilakukan` },
  headline: {
    merging: (removed, promoted) => {
      const first = removed ? say`mengeluarkan orang dari ${removed}` : say`tidak mengeluarkan siapa pun`;
      if (promoted)
        return say`Penggabungan ini ${first} ${removed ? say`dan` : say`tetapi`} menambah admin baru di ${promoted}.`;
      return say`Penggabungan ini ${first} dan tidak menjadikan siapa pun admin.`;
    },
    nothing: say`Penggabungan ini tidak mengubah apa pun: tidak ada yang dikeluarkan dan tidak ada yang menjadi admin.`,
    total: (counts, some, all) => say`Seluruhnya: ${counts}, di ${some} dari ${all} grup.`,
    stopped: (count) => say`${count} perubahan dihentikan oleh batas dan tidak dilakukan.`,
    notAdded: (count, all, who) => say`${count} dari ${all} orang Anda tidak ditambahkan: ${who}.`,
    uncertain: (count, all, who) =>
      say`Untuk ${count} dari ${all} orang belum pasti apakah sudah ditambahkan: ${who}.`,
    notDone: (count, all) => say`${count} dari ${all} perubahan tidak terjadi atau belum dapat dipastikan.`,
    allDone: (count) => say`Semua perubahan yang disetujui (${count}) sudah dilakukan dan diperiksa.`,
    nothingApproved: say`Tidak ada perubahan yang perlu dan disetujui, jadi tidak ada yang dilakukan.`,
    done: (removed, promoted) => {
      const first = removed ? say`Ada yang dikeluarkan dari ${removed}` : say`Tidak ada yang dikeluarkan`;
      return promoted
        ? say`${first}; ada admin baru di ${promoted}.`
        : say`${first}; tidak ada yang menjadi admin.`;
    },
    notApproved: (count) => say`${count} perubahan dibiarkan karena belum disetujui.`,
    moreGroups: (count, number) => say`${count} grup lain (${number})`,
    morePeople: (count) => say`${count} lainnya`,
  },
  counts: {
    add: (count) => say`${count} bergabung`,
    remove: (count) => say`${count} keluar`,
    promote: (count) => say`${count} admin baru`,
    demote: (count) => say`${count} bukan admin lagi`,
    set: (count) => say`${count} perubahan lain`,
  },
  captions: {
    add: say`bergabung`,
    remove: say`keluar`,
    promote: say`menjadi admin`,
    demote: say`bukan admin lagi`,
    set: say`perubahan lain`,
  },
  people: {
    add: ({ names }) => say`${names} bergabung.`,
    remove: ({ names }) => say`${names} dikeluarkan.`,
    promote: ({ names }) => say`${names} menjadi admin.`,
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
      name: say`nama`,
      topic: say`deskripsi`,
      photo: say`foto`,
      announce: say`siapa yang boleh mengirim pesan`,
      locked: say`siapa yang boleh mengubah info grup`,
      disappearing: say`pesan sementara`,
    },
    notChanged: (nouns) => say`Tidak diubah: ${nouns}`,
    name: (before, after) => say`Nama berubah dari ${before} menjadi ${after}.`,
    topic: {
      first: say`Grup mendapat deskripsi.`,
      removed: say`Deskripsi dihapus.`,
      differs: say`Deskripsi berubah.`,
    },
    photo: { first: say`Grup mendapat foto.`, removed: say`Foto dihapus.`, differs: say`Foto berubah.` },
    announce: {
      on: say`Mulai sekarang hanya admin yang boleh mengirim pesan.`,
      off: say`Mulai sekarang semua orang boleh mengirim pesan.`,
    },
    locked: {
      on: say`Mulai sekarang hanya admin yang boleh mengubah nama, foto, dan deskripsi grup.`,
      off: say`Mulai sekarang semua orang boleh mengubah nama, foto, dan deskripsi grup.`,
    },
    disappearing: (seconds) =>
      seconds === 0
        ? say`Pesan baru tidak lagi menghilang.`
        : say`Pesan baru menghilang setelah ${times[seconds] ?? say`${seconds} detik`}.`,
  },
  results: {
    verified: { word: say`selesai`, lead: say`Selesai dan sudah diperiksa:` },
    declined: { word: say`perlu diundang`, lead: say`Mohon diundang:` },
    'not-verified': { word: say`belum pasti`, lead: say`Belum pasti:` },
    failed: { word: say`gagal`, lead: say`Gagal:` },
    skipped: { word: say`belum dilakukan`, lead: say`Belum dilakukan kali ini:` },
    refused: { word: say`dihentikan oleh batas`, lead: say`Dihentikan oleh batas:` },
    'not-approved': { word: say`belum disetujui`, lead: say`Belum disetujui, jadi tidak dilakukan:` },
  },
  causes: {
    declined: say`pengaturannya tidak mengizinkan siapa pun menambahkannya, jadi undangan harus dikirim`,
    'not-on-whatsapp': say`nomor ini tidak ada di WhatsApp: mohon diperiksa`,
    'gone-from-whatsapp': say`nomor ini sudah tidak ada di WhatsApp: mohon dikeluarkan lewat ponsel`,
    unreadable: say`grup tidak dapat dibaca lagi`,
    'photo-unread': say`foto tidak dapat dibaca lagi; proses berikutnya memeriksa lagi`,
    incomplete: say`daftar anggota tidak dapat dibaca lagi seluruhnya; proses berikutnya memeriksa lagi`,
    'perhaps-hidden': say`seseorang di grup menyembunyikan nomornya dan mungkin dialah orangnya; proses berikutnya memeriksa lagi`,
    'no-answer': say`tidak ada jawaban yang jelas; proses berikutnya memeriksa lagi`,
    'without-effect': say`WhatsApp menjawab ya, tetapi grup belum menunjukkannya; proses berikutnya memeriksa lagi`,
    'one-of-several': say`beberapa dari yang ditambahkan bersama tidak bersedia, dan WhatsApp tidak menyebut siapa`,
    rejected: say`WhatsApp tidak menerimanya; catatan proses menjelaskan lebih lanjut`,
    'gave-up': say`WhatsApp tidak menerima yang lain di grup ini, jadi yang ini tidak dicoba; catatan proses menjelaskan lebih lanjut`,
    needs: say`hal lain harus terjadi lebih dulu dan tidak terjadi`,
    pace: say`cukup untuk hari ini; proses berikutnya melanjutkan`,
    stopped: say`proses berakhir sebelumnya`,
    interrupted: say`proses berakhir sebelumnya`,
    'not-reached': say`proses berakhir sebelumnya`,
    'under-way': say`proses terhenti di grup ini: mungkin sudah terjadi, mungkin belum`,
    limit: say`sekarang dihentikan oleh batas`,
    'left-alone': say`sekarang tidak perlu lagi atau tidak mungkin`,
    'not-due': say`sekarang tidak perlu lagi atau tidak mungkin`,
  },
  why: ({ reason }, ways, day) => {
    if (reason === 'unlisted') return say`tidak ada dalam daftar`;
    if (reason === 'ended') return say`hari terakhir ${day}`;
    if (reason === 'readd') return say`pernah keluar, dan dimasukkan kembali satu kali`;
    return reason === 'listed' && ways !== '' ? ways : say`tertulis dalam berkas`;
  },
  team: (name) => say`tim ${name}`,
  line: (number) => say`baris ${number}`,
  once: {
    add: (name) => say`setelah ${name} bergabung`,
    promote: (name) => say`setelah ${name} menjadi admin`,
    demote: (name) => say`setelah ${name} bukan admin lagi`,
    remove: (name) => say`setelah ${name} keluar`,
  },
  origins: {
    'pull-request': say`pull request ini`,
    phone: say`diubah lewat ponsel`,
    date: say`tanggalnya sudah lewat`,
    'earlier-merge': say`menunggu sejak penggabungan sebelumnya`,
  },
  leftAlone: {
    'not-admin': say`akun ini bukan admin grup: seseorang harus menjadikannya admin`,
    suspended: say`WhatsApp menangguhkan grup ini: mohon dilihat di ponsel`,
    community: say`WhatsApp tidak mengizinkan ini di komunitas atau grup pengumumannya`,
    'frozen-topic': say`WhatsApp menolak setiap deskripsi baru di grup ini`,
    'name-too-long': say`nama terlalu panjang untuk dikirim: persingkat, atau ubah di ponsel`,
    owner: say`pembuat grup selalu tetap di grup dan tetap admin`,
    protected: say`dilindungi oleh aturan organisasi`,
    admin: say`admin tidak dikeluarkan di grup ini`,
    incomplete: say`WhatsApp memberi daftar orang yang tidak lengkap, jadi tidak ada yang diubah: ulangi nanti`,
    unidentified: say`WhatsApp menyembunyikan nomornya, jadi tidak diketahui siapa ini`,
    'perhaps-hidden': say`seseorang di grup menyembunyikan nomornya dan mungkin dialah orangnya: mohon dicari tahu`,
    'perhaps-listed': say`mungkin orang dari daftar dengan nomor lain: mohon dicari tahu`,
    ambiguous: say`dua anggota tidak dapat dibedakan: mohon dilihat di ponsel`,
    'by-invite': say`hanya bergabung lewat undangan: mohon kirim tautannya`,
    tried: say`sudah pernah ditambahkan tanpa hasil, dan WhatsApp tidak menyebut alasannya; tautan undangan harus dikirim`,
    declined: say`tidak mau ditambahkan, atau sudah diundang; ditanya lagi setelah 30 hari`,
    'not-on-whatsapp': say`nomor ini tidak ada di WhatsApp: mohon diperiksa`,
    left: say`pernah di grup dan sudah keluar`,
    full: say`grup penuh: WhatsApp mengizinkan paling banyak 1.024`,
    'no-memory': say`catatan proses sebelumnya hilang, jadi tidak ada anggota yang diubah`,
    'photo-hidden': say`WhatsApp tidak menunjukkan foto grup ini kepada akun`,
    'photo-unread': say`foto tidak dapat dibaca kali ini: ulangi nanti`,
    additive: say`tidak ada yang dikeluarkan dari grup ini`,
    observe: say`grup ini hanya diamati`,
    'not-approved': say`belum disetujui: mintalah peninjauan`,
  },
  since: (day) => say`sejak ${day as Inline}`,
  hiddenMember: say`anggota dengan nomor tersembunyi`,
  somebody: say`seseorang`,
  ambiguous: say`dua anggota`,
  unreadable: {
    'not-in-group': say`Akun ini tidak ada di grup: seseorang harus menambahkannya, atau berkasnya dihapus.`,
    'no-such-group': say`Grup ini sudah tidak ada: perbaiki berkasnya, atau hapus.`,
    failed: say`Grup tidak dapat dibaca, jadi tidak ada yang dilakukan di sini.`,
  },
  refusal: ({ limit, scope, count, allowed }, file) => {
    if (limit === 'id-edited') return say`Berkas ${file} sekarang menunjuk ke grup lain.`;
    if (limit === 'admins')
      return say`${count === 0 ? say`Tidak ada admin` : say`Hanya ${count} admin`} yang akan tersisa, padahal paling sedikit ${allowed} harus ada.`;
    if (limit === 'emptied') return say`Semua orang (${count}) akan dikeluarkan, karena daftarnya kosong.`;
    return say`${count} ${limits[limit] ?? say`perubahan`} ${scope === 'run' ? say`di semua grup` : say`di grup ini`}, dan batasnya ${allowed}.`;
  },
  refusalAdvice: {
    group: say`Tidak ada yang dilakukan di grup ini. Kurangi jumlahnya; atau, bila memang dimaksudkan, berkasnya dapat mengizinkannya satu kali, dengan alasan dan hari terakhir.`,
    run: say`Semuanya tidak dilakukan. Gabungkan dalam bagian yang lebih kecil; atau, bila memang dimaksudkan, berkas grup dapat mengizinkannya satu kali, dengan alasan dan hari terakhir.`,
    admins: say`Tidak ada yang dilakukan di grup ini. Sebutkan admin lain, atau pertahankan satu.`,
    'id-edited': say`Tidak ada yang dilakukan, karena orang-orang satu grup akan dimasukkan ke grup lain. Grup lain memerlukan berkas sendiri.`,
  },
  notices: {
    'lid-known': (name) => say`Nomor tersembunyi ternyata milik ${name}: berkas dapat menyebutnya sekarang.`,
    'allow-expired': () => say`Izin berkas untuk melewati batas sudah berakhir dan dapat dihapus.`,
    'allow-used-up': () => say`Izin berkas untuk melewati batas sudah terpakai dan dapat dihapus.`,
  },
  scheduled: {
    add: (name, group, on) => say`${on}: ${name} bergabung ke ${group}`,
    remove: (name, group, on) => say`${on}: ${name} keluar dari ${group}`,
    promote: (name, group, on) => say`${on}: ${name} menjadi admin ${group}`,
    demote: (name, group, on) => say`${on}: ${name} bukan admin ${group} lagi`,
  },
  stopped: {
    deleted: (name) =>
      say`${name} tidak diurus lagi: berkasnya dihapus. Grupnya sendiri tetap seperti adanya.`,
    ignored: (name) =>
      say`${name} tidak diurus lagi: berkasnya diganti nama. Grupnya sendiri tetap seperti adanya.`,
    'id-edited': (name) => say`Berkas ${name} sekarang menunjuk ke grup lain.`,
  },
  relaxed: {
    parts: {
      members: say`siapa yang menjadi anggota`,
      admins: say`siapa yang menjadi admin`,
      settings: say`pengaturan grup`,
    },
    gone: (name, nouns) =>
      say`Berkas ${name} tidak lagi menyebut hal ini: ${nouns}. Grup membiarkannya seperti adanya, dan tidak ada yang mengurusnya.`,
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
    say`Nomor ${name} berubah dari ${before} menjadi ${after}: pemilik nomor baru masuk ke ${all} grup, dan menjadi admin di ${adminIn}.`,
  notes: {
    sandbox: say`Ini latihan: tidak ada yang menyentuh WhatsApp.`,
    noMemory: say`Catatan proses sebelumnya tidak disimpan: siapa pun yang tidak ada akan ditambahkan, juga yang keluar sendiri.`,
    badMemory: say`Catatan proses sebelumnya hilang atau rusak, jadi tidak ada anggota yang diubah.`,
    elsewhere: (count) => say`${count} grup dari akun lain tidak dilihat.`,
    days: (days) =>
      say`Menambahkan semua orang memerlukan sekitar ${days} hari, supaya WhatsApp tidak memblokir akun.`,
    interrupted: say`Proses dihentikan: yang sedang berjalan sudah diperiksa, sisanya belum dimulai.`,
    paceSpent: say`Cukup untuk satu hari; sisanya untuk proses berikutnya.`,
    resumes: (time) => say`Proses berikutnya dapat dilanjutkan setelah ${time}.`,
    stops: {
      'rate-limited': say`WhatsApp meminta akun untuk melambat, jadi proses langsung dihentikan.`,
      'session-lost': say`Akun keluar dari WhatsApp, jadi proses langsung dihentikan: mohon lihat ponselnya.`,
      unreachable: say`Server tidak dapat dihubungi lagi, jadi proses dihentikan.`,
    },
  },
  headings: {
    groups: say`Grup demi grup`,
    others: say`Bukan dari pull request ini`,
    othersLead: say`Ini juga perlu dilakukan, meskipun bukan karena pull request ini:`,
    leftAlone: say`Dibiarkan, dan mengapa`,
    needHuman: say`Perlu bantuan seseorang`,
    onPurpose: say`Memang dimaksudkan begitu`,
    people: say`Orang di beberapa grup`,
    peopleLead: say`Semua orang yang mengalami sesuatu di lebih dari satu grup.`,
    dates: say`Tanggal yang akan datang`,
    toCreate: say`Grup yang belum ada`,
    pullRequest: say`Yang terpenting`,
    notes: say`Perlu diketahui`,
    details: (count) => say`Rincian ${count} perubahan`,
    columns: {
      happens: say`Yang terjadi`,
      why: say`Mengapa`,
      outcome: say`Hasil`,
      joins: say`Bergabung`,
      leaves: say`Keluar`,
      admin: say`Menjadi admin`,
      notAdmin: say`Bukan admin lagi`,
    },
    before: say`Sebelum`,
    after: say`Sesudah`,
    removedLine: say`dihapus:`,
    addedLine: say`ditambah:`,
    noPicture: say`tidak ada gambar`,
    photoOf: {
      before: (group) => say`Foto ${group} sebelumnya`,
      after: (group) => say`Foto ${group} sesudahnya`,
    },
    risk: {
      high: say`mengeluarkan atau mengangkat`,
      medium: say`mencabut peran admin`,
      low: say`perubahan kecil`,
      refused: say`dihentikan oleh batas`,
      trouble: say`tidak semuanya dilakukan`,
      done: say`semuanya selesai`,
    },
    inSync: (count) => say`${count} grup sudah sesuai dengan berkasnya.`,
    cut: (count, risky) =>
      say`Dipotong di sini, karena teks ini tidak boleh lebih panjang: masih ada ${count} grup dengan perubahan, ${risky} di antaranya dengan orang yang dikeluarkan atau menjadi admin. Laporan lain menunjukkan semuanya.`,
    tableCut: say`Tabel tidak ditampilkan di sini, karena teks ini tidak boleh lebih panjang. Laporan lain memuatnya.`,
    morePeople: (count) => say`${count} lainnya`,
    moreLines: (count) => say`… ${count} baris lagi`,
    moreItems: (count) => say`… dan ${count} lagi`,
    skip: say`Langsung ke grup`,
    account: (name) => say`Akun: ${name}`,
  },
};
