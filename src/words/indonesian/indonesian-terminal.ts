import type { TimeNames } from '../spelling/name-time.ts';
import { nameTime } from '../spelling/name-time.ts';
import { keptFor, toHours } from '../../domain/patience.ts';
import type { Inline } from '../../safe/inline.ts';
import { join, say } from '../../safe/inline.ts';
import { times } from './indonesian-settings.ts';
import type { TerminalWords } from '../terminal-words.ts';

/** How a time is called in its column. */
const timers: TimeNames & { readonly off: Inline } = {
  off: say`mati`,
  ...times,
};

/** What a terminal shows in Indonesian. */
export const indonesianTerminal: TerminalWords = {
  actions: {
    knock: () => say`meminta bergabung, diterima`,
    add: () => say`bergabung`,
    promote: () => say`menjadi admin`,
    demote: () => say`bukan admin lagi`,
    remove: () => say`keluar`,
  },
  adminLeaves: say`keluar (admin)`,
  notDone: {
    knock: () => say`tidak diterima`,
    add: () => say`tidak ditambahkan`,
    promote: () => say`tidak dijadikan admin`,
    demote: () => say`tetap menjadi admin`,
    remove: () => say`tidak dikeluarkan`,
    set: () => say`tidak diubah`,
  },
  asks: () => say`meminta bergabung`,
  once: {
    add: (name) => say`setelah ${name} bergabung`,
    promote: (name) => say`setelah ${name} menjadi admin`,
    demote: (name) => say`setelah ${name} bukan admin lagi`,
    remove: (name) => say`setelah ${name} keluar`,
  },
  why: (reason, ways, day) => {
    const via = ways === '' ? say`` : say` lewat ${ways}`;
    if (reason === 'listed') return ways === '' ? say`ada di berkas` : ways;
    if (reason === 'unlisted') return say`tidak ada di berkas`;
    if (reason === 'ended') return say`hari terakhirnya ${day}${via}`;
    if (reason === 'begun') return say`hari pertamanya ${day}${via}`;
    if (reason === 'early') return say`hari pertamanya baru ${day}${via}`;
    return reason === 'readd'
      ? say`sudah keluar, dimasukkan kembali satu kali (readd: ${day})${via}`
      : say`tertulis di berkas`;
  },
  photo: {
    removed: say`dihapus`,
    first: say`ditambahkan`,
    differs: say`berbeda`,
    none: say`di berkas tertulis photo: none`,
  },
  value: (value) => {
    if (typeof value === 'boolean') return value ? say`aktif` : say`mati`;
    return nameTime(value, timers, (seconds) => say`${seconds} detik`);
  },
  line: (number) => say`baris ${number}`,
  somebody: say`seseorang`,
  results: {
    verified: say`terbukti`,
    declined: say`menolak`,
    'not-verified': say`belum pasti`,
    failed: say`gagal`,
    skipped: say`dilewati`,
  },
  refused: say`ditolak`,
  notApproved: say`belum disetujui`,
  leftAlone: say`dibiarkan`,
  refusal: (sentence) => say`Ditolak: ${sentence}`,
  allow: (counts) => {
    const kinds = Object.entries(counts).map(([kind, number]) => say`${kind as Inline}: ${number}`);
    return say`allow: { ${join([...kinds, say`until: <hari terakhir>`, say`reason: <alasan>`], ', ')} }`;
  },
  summary: {
    title: { plan: say`Rencana`, applied: say`Dilakukan` },
    sandbox: say`sandbox`,
    counts: {
      add: (count) => say`${count} bergabung`,
      remove: (count) => say`${count} keluar`,
      promote: (count) => say`${count} menjadi admin`,
      demote: (count) => say`${count} berhenti menjadi admin`,
      set: (count) => say`${count} pengaturan diubah`,
      toCreate: (count) => say`${count} grup perlu dibuat`,
      toInvite: (count) => say`${count} untuk diundang`,
      coming: (count) => say`${count} pada hari-hari mendatang`,
      comingRefused: (count) => say`${count} pada hari-hari mendatang ditolak`,
      waiting: (count) => say`${count} disetujui dan menunggu`,
      refused: (count) => say`${count} ditolak oleh batas`,
      notApproved: (count) => say`${count} belum disetujui`,
      unreadable: (count) => say`${count} tidak dapat dibaca`,
      leftAlone: (count) => say`${count} dibiarkan`,
      needHuman: (count) => say`${count} perlu diperiksa seseorang`,
      declined: (count) => say`${count} menolak`,
      'not-verified': (count) => say`${count} belum pasti`,
      failed: (count) => say`${count} gagal`,
      skipped: (count) => say`${count} dilewati`,
    },
    where: (changed, all) => say`di ${changed} dari ${all} grup`,
    nothing: (all) => say`tidak ada yang perlu diubah di ${all} grup`,
    verified: (number, approved) => say`${number} dari ${approved} terbukti`,
    nothingApproved: say`tidak ada yang diperlukan dan disetujui`,
    nothingDone: say`tidak ada yang dapat dilakukan`,
  },
  crowd: {
    people: (count) => say`${count} orang`,
    settings: (count) => say`${count} pengaturan`,
    changes: (count) => say`${count} perubahan`,
    notMade: say`tidak dilakukan`,
    more: (count) => say`dan ${count} lainnya`,
    moreLines: (count) => say`… ${count} baris lagi, semuanya dengan --json`,
  },
  headings: {
    leftAlone: say`Dibiarkan`,
    toInvite: say`Untuk diundang lewat tautan (rollcall invite FILE)`,
    scheduled: say`Tanggal yang akan datang`,
    approvedDates: say`Tanggal yang akan datang, sudah disetujui`,
    waiting: say`Sudah disetujui, tetapi belum dilakukan`,
    toCreate: say`Perlu dibuat (grup tanpa id)`,
    next: say`Selanjutnya`,
    since: say`Pull request ini`,
    arrived: say`baru di sini`,
    stopped: say`tidak diurus lagi`,
    relaxed: say`pengurusan berkurang`,
  },
  numbers: {
    old: (name) => say`${name} (nomor lama)`,
    new: (name) => say`${name} (nomor baru)`,
  },
  claim: (file, name) => say`${file}, yang menyebutnya ${name}`,
  approvals: {
    summary: (count) =>
      count === 0
        ? say`Tidak ada yang sudah disetujui dan belum dilakukan.`
        : say`${count} perubahan yang disetujui belum dilakukan.`,
    dropped: (count) => say`${count} persetujuan ditarik kembali: apply tidak melakukannya lagi.`,
    noFile: say`Grup yang tidak lagi disebut oleh berkas mana pun`,
    unknown: say`seseorang yang tidak disebut di berkas`,
    something: say`sesuatu`,
    group: say`grupnya`,
    isMade: say`dibuat`,
    byLink: say`diterima bila minta bergabung, tidak ditambahkan`,
    changes: say`diubah`,
    since: (day, plan) => (plan === '' ? say`disetujui ${day}` : say`disetujui ${day} lewat rencana ${plan}`),
  },
  coming: {
    on: (day) => say`pada ${day}`,
    refused: (sentence) => say`tidak disetujui: ${sentence}`,
    limit: say`tidak disetujui: melewati batas`,
    obstacle: (sentence) => say`saat ini: ${sentence}`,
    before: say`sudah ada di berkas sebelumnya, belum ada yang menyetujui`,
  },
  toInvite: { approved: say`sudah disetujui` },
  progress: {
    reading: say`membaca`,
    readingAgain: say`membaca lagi`,
    lookingUp: say`menanyakan kepada WhatsApp siapa orangnya`,
    pausing: (seconds) => say`menunggu ${seconds} detik`,
    set: (setting) => say`mengubah ${setting}`,
    people: {
      knock: (who) => say`menerima ${who}`,
      add: (who) => say`menambahkan ${who}`,
      promote: (who) => say`menjadikan ${who} admin`,
      demote: (who) => say`memberhentikan ${who} sebagai admin`,
      remove: (who) => say`mengeluarkan ${who}`,
    },
    groups: (done, all) => say`Membaca grup: ${done} dari ${all} …`,
    photos: (done, all) => say`Membaca foto: ${done} dari ${all} …`,
    asked: (count) => say`Menanyakan kepada WhatsApp siapa orangnya: ${count} orang …`,
  },
  notes: {
    sandbox: {
      forgets: say`Sandbox: tidak ada yang menyentuh WhatsApp. Tanpa jeda, dan tanpa catatan untuk proses berikutnya.`,
      remembers: say`Sandbox: tidak ada yang menyentuh WhatsApp.`,
    },
    stop: (sentence, text) => say`${sentence} (${text})`,
    waits: say`Dihentikan: menunggu yang sedang berjalan. Tekan sekali lagi untuk langsung berhenti.`,
    interrupted: say`Proses terputus: yang sedang berjalan sudah dibaca lagi, sisanya belum dimulai.`,
    part: say`Hanya yang menyangkut orang ini yang ditampilkan: rencana tanpa --person memuat sisanya, dan itulah yang disetujui.`,
    coming: say`Yang terjadi pada tanggal mendatang disetujui oleh berkas rencana (plan --out), bukan oleh --expect atau --yes.`,
    paceSpent: say`Jatah penambahan atau pencarian nomor untuk ${toHours(keptFor.spent)} jam sudah habis.`,
    nextAfter: (time) => say`Selanjutnya, setelah ${time}`,
    resumes: (time) => say`Jalankan lagi setelah ${time}: sebelum itu tidak ada lagi yang dikirim.`,
    elsewhere: (count) => say`${count} grup dari akun lain tidak dibaca.`,
    paceHeld: say`Kebijakan sekarang mengizinkan laju yang lebih cepat. Laju itu baru berlaku ${toHours(keptFor.spent)} jam setelah apply pertama yang melihatnya; sampai saat itu yang lebih lambat yang berlaku.`,
    forecast: ({ adds, lookups }, takes) =>
      say`Jatah: ${adds} penambahan dan ${lookups} pencarian nomor, ${takes}.`,
    lanes: (number, adding) =>
      say`${number} orang: ${adding} jika ditambahkan; lewat tautan begitu mereka minta bergabung (new-members: invite).`,
    datedLinks: say`Jika suatu tanggal mengeluarkan seseorang, tautan grup dibuat baru bersamanya dan disetujui bersamanya.`,
    oldLink: (names) =>
      say`Yang dikeluarkan dari ${names} mungkin masih punya tautan undangannya. Dengan link: { renew: after-removals } di _policy.yaml tautan itu dibuat baru.`,
    takes: {
      pauses: (duration) => duration,
      adding: (duration) => say`${duration} dengan menambahkan`,
      lookingUp: (duration) => say`${duration} karena jatah pencarian nomor`,
    },
    noMemory: say`Catatan proses sebelumnya tidak disimpan: jatah dan batas hanya mengenal proses ini, dan siapa pun yang belum ada ditambahkan, juga yang sudah keluar.`,
    freshMemory: (since, until) =>
      say`Catatan proses dimulai pada ${since} dan tidak tahu siapa yang keluar atau menolak sebelumnya: mereka mungkin ditambahkan lagi. Tampil sampai ${until}.`,
    unread: (names) =>
      say`${names} tidak dapat dibaca: keadaannya tidak diketahui, dan tidak ada yang dilakukan di sana.`,
    newMemory: say`Catatan proses sebelumnya belum ada, jadi tidak ada anggota yang diubah: rollcall apply --new-journal memulainya.`,
    badMemory: (fault) =>
      fault === ''
        ? say`Catatan proses sebelumnya hilang atau rusak: tidak ada anggota yang diubah. apply --new-journal memulai yang baru.`
        : say`Catatan proses sebelumnya tidak dapat dipakai, jadi tidak ada anggota yang diubah: ${fault}`,
  },
  ask: {
    question: say`Terapkan semuanya? Hanya "ya" yang berarti setuju:`,
    yes: 'ya',
    nothing: say`Tidak ada yang ditulis.`,
    invitation: (file, link) => say`Tautan undangan ${file}: ${link}`,
  },
};
