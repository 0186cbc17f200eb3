import { allowanceReach } from '../../domain/defaults.ts';
import { keptFor, toHours } from '../../domain/patience.ts';
import type { LowerMode } from '../../domain/origin.ts';
import type { Inline } from '../../safe/inline.ts';
import { join, list, say as bare } from '../../safe/inline.ts';
import { limits, say } from './indonesian-forms.ts';
import { indonesianLeftAlone } from './indonesian-left-alone.ts';
import type { ReasonWords } from '../reason-words.ts';

const hours = toHours(keptFor.spent);

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
    terminal: ({ isOwn, text }) => (isOwn ? text : say`proses berhenti sebelumnya: ${text}`),
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

const reportRefusals: ReasonWords['refusals']['report'] = {
  sentence: ({ limit, scope, count, allowed, earlier = 0 }, file) => {
    if (limit === 'id-edited')
      return say`Berkas ${file} sekarang menunjuk ke grup lain, dengan daftar yang sebelumnya milik grup yang berbeda.`;
    if (limit === 'admins')
      return say`${count === 0 ? say`Tidak ada admin` : say`Hanya ${count} admin`} yang akan tersisa, padahal harus ada paling sedikit ${allowed}.`;
    if (limit === 'emptied')
      return say`${count} orang akan dikeluarkan, karena daftarnya tidak menyebut siapa pun lagi, atau tidak seorang pun yang ada di grup.`;
    const what = say`${count} ${limits[limit]}`;
    if (scope === 'group') return say`Di grup ini akan ada ${what}, sedangkan batasnya ${allowed}.`;
    const before = earlier > 0 ? say`, termasuk ${earlier} dari ${hours} jam terakhir` : say``;
    return say`Di semua grup bersama-sama akan ada ${what} dalam ${hours} jam${before}, sedangkan batasnya ${allowed}.`;
  },
  advice: {
    group: say`Tidak ada yang dilakukan di grup ini. Kurangi jumlahnya; atau, bila memang itu maksudnya, berkas grup dapat mengizinkannya satu kali, dengan alasan dan hari terakhir.`,
    run: ({ count }, room, rule) =>
      say`Merge ini tidak melakukan satu pun di antaranya. ${room > 0 ? say`Lakukan merge untuk paling banyak ${room} sekarang dan sisanya` : say`Lakukan merge`} ${hours} jam kemudian; atau, bila memang itu maksudnya, naikkan dulu batasnya (${rule} di berkas _policy.yaml) menjadi ${count} lewat pull request tersendiri; atau berkas grup dapat mengizinkannya satu kali, dengan alasan dan hari terakhir.`,
    admins: say`Tidak ada yang dilakukan di grup ini. Sebutkan admin lain, atau pertahankan satu.`,
    emptied: say`Tidak ada yang dilakukan di grup ini. Tuliskan siapa yang harus tetap ada; atau, bila memang itu maksudnya, berkas grup dapat mengizinkannya satu kali, dengan alasan dan hari terakhir.`,
    coming: say`Merge ini tidak menyetujui yang terjadi pada tanggal itu; yang lain tetap berjalan. Kurangi jumlahnya pada satu hari; atau, bila memang itu maksudnya, berkas grup dapat mengizinkannya satu kali, dengan alasan dan hari terakhir.`,
    'id-edited': say`Tidak ada yang dilakukan, karena anggota satu grup akan dimasukkan ke grup lain. Grup lain memerlukan berkas sendiri; bila grup lama sudah tidak dipakai, hapus dulu berkasnya lewat pull request tersendiri.`,
  },
};

const groupAdvice = say`Tidak ada yang dilakukan di grup ini, dan --force tidak ada. Kurangi jumlahnya; atau, bila memang itu maksudnya, tulis di berkas, lewat pull request yang sama, dengan hari terakhir dalam ${allowanceReach} hari, menggantikan allow: yang mungkin sudah ada:`;

const terminalRefusals: ReasonWords['refusals']['terminal'] = {
  sentence: (refusal, file) => {
    const { limit, scope, count, allowed } = refusal;
    if (limit === 'id-edited')
      return say`${file || say`Berkas ini`} sekarang menunjuk ke grup lain, dengan daftar yang sebelumnya milik grup yang berbeda.`;
    if (limit === 'admins')
      return bare`${count === 0 ? say`tidak ada admin` : bare`${count} admin`} yang akan tersisa, padahal harus ada paling sedikit ${allowed} (limits.admins.min).`;
    if (limit === 'emptied')
      return bare`${count} anggota akan keluar, karena daftarnya tidak menyebut siapa pun lagi, atau tidak seorang pun yang ada di sini.`;
    const rule = limit as Inline;
    const what = bare`${count} ${limits[limit]}`;
    if (scope === 'group') return bare`${what} di grup ini, dan batasnya ${allowed} (limits.${rule}.group).`;
    const { earlier = 0 } = refusal;
    const before = earlier > 0 ? bare`, termasuk ${earlier} dari ${hours} jam terakhir,` : say``;
    return bare`${what} di semua grup bersama-sama${before} dan batasnya ${allowed} (limits.${rule}.run).`;
  },
  advice: {
    group: groupAdvice,
    emptied: groupAdvice,
    admins: say`Tidak ada yang dilakukan di grup ini. Sebutkan admin lain di berkas, atau pertahankan satu.`,
    'id-edited': say`Tidak ada yang dilakukan: anggota satu grup akan dimasukkan ke grup lain. Kembalikan id-nya; grup lain memerlukan berkas sendiri, dan bila grup lama sudah tidak dipakai, hapus dulu berkasnya lewat pull request tersendiri.`,
    run: ({ count }, room, rule) =>
      bare`Tidak satu pun dilakukan. ${room > 0 ? bare`Lakukan merge untuk paling banyak ${room} sekarang dan sisanya` : say`Lakukan merge`} ${hours} jam kemudian; atau naikkan ${rule} menjadi ${count} di _policy.yaml, lewat pull request tersendiri sebelum yang ini; atau, bila sebuah grup memang memaksudkannya, tulis allow: di berkasnya (yang tercakup tidak dihitung di sini). --force tidak ada.`,
    coming: say`Yang terjadi pada tanggal itu tidak disetujui, dan yang lain tetap berjalan. Kurangi jumlahnya pada satu hari; atau, bila memang itu maksudnya, tulis allow: di berkas grup, lewat pull request yang sama.`,
  },
};

const lifted: ReasonWords['lifted'] = {
  report: ({ limit, scope, count, usual, number }, until, reason) => {
    const end = say`paling banyak ${number} sampai ${until}, dengan alasan: ${reason}.`;
    if (limit === 'emptied')
      return say`Satu batas tidak berlaku di sini: ${count} orang akan dikeluarkan, dan tidak seorang pun dari daftar akan ada di grup. Berkas grup mengizinkannya: ${end}`;
    const what = say`${count} ${limits[limit]}`;
    return scope === 'group'
      ? say`Satu batas tidak berlaku di sini: ada ${what}, sedangkan batasnya ${usual}. Berkas grup mengizinkannya: ${end}`
      : say`Satu batas tidak berlaku di sini: di semua grup bersama-sama ada ${what}, batasnya ${usual}, dan grup ini tidak ikut dihitung. Berkasnya mengizinkan: ${end}`;
  },
  terminal: ({ limit, scope, count, usual, number }, until, reason) => {
    const how = bare`paling banyak ${number} sampai ${until}, alasan: ${reason}`;
    if (limit === 'emptied')
      return bare`allow: di berkas mengizinkan ${count} anggota keluar, dan tidak seorang pun dari daftar akan ada di sini: ${how}`;
    return scope === 'group'
      ? bare`allow: di berkas mengizinkan ${count} ${limits[limit]}, sedangkan batasnya ${usual}: ${how}`
      : bare`allow: di berkas membuat ${limits[limit]} di sini tidak dihitung dalam batas semua grup bersama-sama, yaitu ${usual} dan akan melihat ${count}: ${how}`;
  },
};

function toLess({ part, after }: LowerMode): Inline {
  if (after === 'observe') return say`sekarang hanya dilaporkan`;
  return part === 'members'
    ? say`tidak ada lagi yang dikeluarkan`
    : say`tidak ada lagi admin yang diberhentikan`;
}

const toMode = ({ part, before, after }: LowerMode) => `${part} ${before} → ${after}` as Inline;

const relaxed: ReasonWords['relaxed'] = {
  report: {
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
  terminal: ({ keys, modes }) =>
    join(
      [
        ...(keys.length > 0
          ? [
              say`${list(keys as readonly string[] as readonly Inline[], [' dan ', ', dan '])} tidak ada lagi di dalamnya: di grup tetap seperti sekarang`,
            ]
          : []),
        ...modes.map((mode) => say`${toMode(mode)}: ${toLess(mode)}`),
      ],
      '; ',
    ),
};

const unread: ReasonWords['unread'] = {
  policy: {
    report: (file) =>
      say`Sebelum pull request ini, berkas aturan (${file}) tidak ada atau mengandung kesalahan. Karena itu yang berlaku adalah batas yang paling ketat di antara batas sekarang, batas yang biasa, dan yang masih dapat dibaca; belum pasti siapa yang dilindungi; dan semuanya dihitung sebagai perubahan pull request ini.`,
    terminal: (file, base) =>
      say`${file} dari ${base} tidak ada atau mengandung kesalahan: yang berlaku adalah batas yang paling ketat di antara batas sekarang dan yang masih dapat dibaca, jika tidak ada yang dapat dibaca batas bawaan; siapa yang dilindungi mungkin tidak diketahui; semua perubahan dihitung sebagai perubahan pull request ini`,
  },
  protected: {
    report: (file) =>
      say`Belum pasti siapa yang dilindungi sebelum pull request ini (${file}): mohon perhatikan baik-baik siapa yang keluar atau bukan admin lagi.`,
    terminal: (file, base) =>
      say`${file} dari ${base} melindungi orang dengan nama yang tidak dikenal di sana: perhatikan baik-baik siapa yang keluar atau bukan admin lagi`,
  },
  people: {
    report: (file) =>
      say`Sebelum pull request ini, berkas daftar orang (${file}) mengandung kesalahan. Karena itu tidak dapat diketahui apakah nomor orang lain dipasang pada sebuah nama: mohon bandingkan nomornya. Semua yang terjadi pada orang dihitung sebagai perubahan pull request ini.`,
    terminal: (file, base) =>
      say`${file} dari ${base} mengandung kesalahan: nomor yang diganti di balik sebuah nama mungkin tidak tampak di atas, jadi bandingkan sendiri; semua perubahan pada orang dihitung sebagai perubahan pull request ini`,
  },
  group: {
    report: (file) =>
      say`Sebelum pull request ini, berkas ${file} mengandung kesalahan: semua yang terjadi di grupnya dihitung sebagai perubahan pull request ini.`,
    terminal: (file, base) =>
      say`${file} dari ${base} mengandung kesalahan: semua perubahan di grupnya dihitung sebagai perubahan pull request ini`,
  },
  id: {
    report: (file) =>
      say`Sebelum pull request ini, berkas ${file} mengandung kesalahan, dan tidak dapat diketahui untuk grup mana berkas itu: mohon periksa apakah grupnya sama. Semua yang terjadi di grupnya dihitung sebagai perubahan pull request ini.`,
    terminal: (file, base) =>
      say`${file} dari ${base} mengandung kesalahan, dan tidak dapat diketahui untuk grup mana berkas itu, atau apakah id-nya diganti; semua perubahan di grupnya dihitung sebagai perubahan pull request ini`,
  },
  photo: {
    report: (file) =>
      say`Sebelum pull request ini, foto dari berkas ${file} tidak dapat dibaca: perubahannya dihitung sebagai perubahan pull request ini.`,
    terminal: (file, base) =>
      say`${file} dari ${base} memuat foto yang tidak dapat dibaca: perubahannya dihitung sebagai perubahan pull request ini`,
  },
};

export const indonesianReasons: ReasonWords = {
  leftAlone: indonesianLeftAlone,
  causes,
  unreadable: {
    'not-in-group': {
      report: say`Akun yang dipakai Rollcall tidak ada di grup ini: tambahkan akun itu, atau hapus berkasnya.`,
      terminal: say`akun ini tidak ada di grup: tambahkan lewat ponsel, atau hapus berkasnya`,
      waiting: say`akun ini tidak ada di grup: tambahkan lewat ponsel`,
    },
    'no-such-group': {
      report: say`Grup ini sudah tidak ada: perbaiki berkasnya, atau hapus.`,
      terminal: say`grup ini sudah tidak ada: perbaiki id: di berkas, atau hapus berkasnya`,
      waiting: say`grup ini sudah tidak ada: perbaiki id: di berkas, atau hapus berkasnya`,
    },
    failed: {
      report: say`Grup ini tidak dapat dibaca, jadi tidak ada yang dilakukan di sini.`,
      terminal: (text) => say`tidak dapat dibaca, jadi tidak ada yang dilakukan di sini: ${text}`,
      waiting: say`grup tidak dapat dibaca: jalankan lagi nanti`,
    },
  },
  dates: {
    unreadable: {
      report: say`grup tidak dapat dibaca; rencana berikutnya akan menyebutkannya lagi`,
      terminal: say`grup tidak dapat dibaca, jadi ini belum disetujui sekarang: buat rencana lagi`,
    },
    forgotten: {
      report: say`catatan proses sebelumnya tidak disimpan, jadi perlu rencana baru pada harinya`,
      terminal: say`catatan proses sebelumnya tidak disimpan (state:), jadi perlu rencana baru pada harinya`,
    },
  },
  refusals: { report: reportRefusals, terminal: terminalRefusals },
  notices: {
    'lid-known': {
      report: ({ name }) => say`Nomor tersembunyi ternyata milik ${name}: berkas dapat menyebutnya sekarang.`,
      terminal: ({ name, lid }) =>
        say`${lid} di berkas adalah ${name}: nomornya sekarang diketahui, tulis itu sebagai gantinya`,
    },
    'allow-expired': {
      report: () => say`Izin berkas untuk melewati batas sudah berakhir dan dapat dihapus.`,
      terminal: say`allow: di berkas sudah berakhir: hapus`,
    },
    'allow-used-up': {
      report: () => say`Izin berkas untuk melewati batas sudah terpakai dan dapat dihapus.`,
      terminal: say`allow: di berkas sudah terpakai: hapus`,
    },
  },
  lifted,
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
  origins: {
    'pull-request': { report: say`pull request ini`, terminal: say`pull request ini` },
    phone: {
      report: say`diubah lewat ponsel, atau belum pernah disetujui`,
      terminal: say`diubah lewat ponsel`,
    },
    date: { report: say`tanggalnya sudah lewat`, terminal: say`tanggalnya sudah lewat` },
    'earlier-merge': {
      report: say`menunggu sejak merge sebelumnya`,
      terminal: say`menunggu sejak merge sebelumnya`,
    },
  },
  stopped: {
    deleted: {
      report: (name) =>
        say`${name} tidak diurus lagi: berkasnya dihapus. Grupnya sendiri tetap seperti sekarang.`,
      terminal: say`berkasnya dihapus: grup tetap seperti sekarang, dan Rollcall tidak mengurusnya lagi`,
    },
    ignored: {
      report: (name) =>
        say`${name} tidak diurus lagi: nama berkasnya diganti. Grupnya sendiri tetap seperti sekarang.`,
      terminal: say`nama berkasnya sekarang diawali _: grup tetap seperti sekarang, dan Rollcall tidak mengurusnya lagi`,
    },
    'id-edited': {
      report: (name) => say`Berkas ${name} sekarang menunjuk ke grup lain.`,
      terminal: say`berkasnya sekarang menunjuk ke grup lain`,
    },
  },
  arrived: {
    'new-file': {
      report: (name) =>
        say`${name} baru di sini: berkasnya baru, dan semua yang terjadi di grup ini berasal dari pull request ini.`,
      terminal: say`berkasnya baru: semua yang terjadi di grup ini berasal dari pull request ini`,
    },
    'first-id': {
      report: (name) =>
        say`${name} baru di sini: sebelumnya berkasnya tidak menyebut untuk grup mana, dan semua yang terjadi di grup ini berasal dari pull request ini.`,
      terminal: say`berkasnya baru memuat id: semua yang terjadi di grup ini berasal dari pull request ini`,
    },
  },
  relaxed,
  unread,
  newNumber: {
    report: ({ name, before, after, groups: all, adminIn }) =>
      say`Nomor ${name} berubah dari ${before} menjadi ${after}: pemilik nomor baru itu menjadi anggota ${all} grup${adminIn === 0 ? say`` : say`, dan admin di ${adminIn} di antaranya`}.`,
    terminal: ({ name, before, after, groups: all, adminIn }) =>
      bare`nomor ${name} ${before} → ${after}, ${adminIn > 0 ? bare`admin di ${adminIn} grup` : bare`di ${all} grup`}`,
  },
};
