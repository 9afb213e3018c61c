// SPDX-License-Identifier: Apache-2.0

extension NameVariants {
    /// Arabic names and their forms in Turkish, Persian, South Asian, Somali, West African and French spelling. Source: common knowledge of
    /// these romanisations, compiled for this package; measured by `Benchmarks/linkage/names`.
    static let muslimTable = """
        # men
        muhammad: mohammed mahomet mahomed mamadou mamadu magomed makhamad mukhamed mahamadou mahamud muhammet mouhamed mouhammed muhd mhd mohammod muhammod mahammed mohamedou mouhamadou mohammadou mohd md muhamet mehmed mohammadu mamoudou
        ahmad: ahmed ahmet achmad achmed achmat achmet amadou amadu hamadou axmed akhmed akhmad ahmat ahmot ehmed ahamed hmed
        mahmud: mahmood mahmoud mehmood maxamuud mamoudou mahmut mahamoud mehmud
        hassan: hasan hassane xasan lahcen hacene assan hasaan
        hussain: hussein huseyin houssein houcine hocine hossein xuseen ousseini ousseynou ousseni husayn hosain hussien husseyn hissein houssine hosseyn hussen usain hoosain lahoucine hissene huseyn husejin hysen
        ali: aly cali alli alee
        umar: omar omer oumar cumar omaar oumarou umer
        usman: osman othman uthman ousmane cusmaan othmane usmaan ottoman ousman
        abubakar: abubakr aboubacar boubacar abubacar boubakar ebubekir bakr abokor abuukar bubakar aboubakar abobakr
        yusuf: youssef yousuf yousif youcef joseph yuusuf issoufou youssouf yusif jusuf josip yousaf iosif yosef yusufu
        yunus: younes younis yunis jonah younus
        yahya: yahia yehia john yaxye yahyah jahja
        yaqub: yakub jacob yaqoob yacoub yakup yacouba yaaqub
        ibrahim: brahim abraham ibraahim ibrahima ebrahim ibraahin ibraheem barahim ibra
        ismail: ismael esmail ishmael smail ismaila ismaciil ismaaciil esmaeel ismaeel
        ishaq: isaac ishak isxaaq eshaq
        isa: issa eisa jesus ciise essa
        musa: moussa moses muuse mousa
        daud: dawood david davud daoud daawuud dawud dawoud
        sulaiman: suleiman suleyman solomon souleymane saleebaan soliman sulayman slimane suleman sulieman
        idris: idriss driss idrees idirs
        ilyas: elias elyas ilias
        haroon: harun haroun aaron aroun
        zakariya: zakaria zechariah zacharia zekeriya zakariye zakarya zakaria
        adam: aadan aden adem aadam
        noah: nuh nooh
        khalid: khaled halid halit kaled khaalid xaalid
        khalil: halil khaleel
        hamza: hamzah hamse xamse hamsa hamzeh
        bilal: bilaal belal bilel bilale
        tariq: tarek tarik taariq tareq
        rashid: rasheed rachid raashid rashiid reshid rached
        rahim: raheem rahiim
        karim: kareem kerim kariim abdulkarim
        salim: saleem selim saliim salem
        salman: selman salmaan
        jamal: gamal djamal cemal jamaal jamel djamel
        kamal: kemal kamel kamaal
        jamil: jameel djamil cemil gamil
        nasir: nasser naser nacer naasir
        qasim: kassim qassem kasem kacem qaasim kazim ghasem qasem kasim qassim
        hakim: hakeem hakiim
        habib: habeeb xabiib habiib
        latif: lateef latiif
        sharif: shareef cherif sherif shariif chrif
        majid: majeed magid medjid maajid
        wahid: waheed ouahid vahid
        hamid: hameed hamed xamiid hamit
        sajid: sajjid sajeed
        shahid: shaheed chahid shahied
        zahid: zaheed zaahid
        abid: aabid abeed
        amir: ameer emir amiir
        nadir: nadeer nader
        munir: mounir muneer monir
        mustafa: mostafa mustapha moustapha mustaf mustafe moustafa
        murtaza: morteza murtada mortaza
        mujib: mojib mujeeb
        faisal: faysal feisal faycal feysal faizal
        farid: fareed ferid fariid
        farouk: faruq farooq faruk farukh faruque farouq
        fuad: fouad fuat foad
        ghulam: gulam golam gholam
        ziad: ziyad zeyad
        zubair: zubayr zoubir zobair zuber
        walid: waleed oualid velid waliid
        wasim: waseem wassim vasim
        yasin: yassin yaseen yacine yasiin yassine
        yasir: yasser yaser yassir
        anwar: anouar enver anwer
        aziz: azeez abdulaziz
        ayub: ayoub ayyub ayyoub job eyup ayuub
        badr: bader badar
        bashir: basheer bachir bashiir beshir
        basim: basem bassam
        hisham: hicham hesham hişam
        imran: emran omran cimraan
        iqbal: eqbal ikbal
        jafar: jaafar ja'far djafar cafer jaffar jaffer gafar
        javed: javaid jawad djawad cavit javid
        junaid: junayd joned
        luqman: lokman luqmaan loqman
        mahdi: mehdi mahdy
        malik: malek maalik melik
        mansur: mansour mansoor
        maruf: marouf maroof
        masud: masood massoud masoud mesut
        moin: muin moeen mueen
        mubarak: moubarak mubarek mobarak
        mukhtar: mokhtar muktar moctar muhtar muqtaar
        naim: naeem naeim
        nadim: nadeem
        naveed: navid nawid
        nizam: nezam
        noman: numan nouman
        osama: usama oussama usaama
        rafiq: rafik rafeeq rafique
        ramadan: ramazan ramzan ramdane ramadhan
        riaz: riyaz riyad riad
        rida: reza raza ridha
        sadiq: sadik sadeq sadek sadiqh saddiq
        saad: sad sacad
        said: saeed saïd sayed siciid saeid sayeed syeed
        saif: seif sayf saef
        sajjad: sajad
        salah: saleh salih saalax salihu
        salahuddin: saladin salah salahudin salahdin selahattin
        samir: sameer semir
        shafiq: chafik shafik shafique
        shahin: shaheen
        shakil: shakeel
        shamsuddin: shamsudin shams samsuddin chamseddine
        siddiq: siddique seddik saddiq sadiq siddik
        sufyan: sofiane sufian soufiane
        tahir: taher tahar taahir
        talha: talhah
        taufiq: tawfiq toufik tawfik tofiq
        tayyab: tayeb taieb tayab
        uthman: usman
        waqar: vaqar wakar
        waqas: wakas
        zain: zayn zein zane zine zayne
        zafar: dhafer zafer
        zulfiqar: zulfikar zulfqar dhulfiqar
        nuruddin: noureddine nureddin nooruddin noor nurudin
        jalaluddin: jalal celalettin djelaloudine
        burhanuddin: burhan
        fakhruddin: fakhr fakhri
        imaduddin: imad
        badruddin: badr
        muhiuddin: mohiuddin muhyiddin mohieddine
        nasruddin: nasreddin nasr nasrudin
        ziauddin: ziya ziauddin zia
        mizanur: mizan mizanoor
        anisur: anis
        fazal: fazl fadl fazel
        ridwan: rizwan redouane ridhwan redwan
        # servant of …
        abdullah: abdallah abdalla abdulla abdoulaye abdullahi abdulle cabdullaahi cabdulle cabdalla abdellah abdilahi abdullayev abdoullah abdille abdalle
        abdulrahman: abdurrahman abdirahman abderrahmane abdelrahman abdurehman abdurrehman abdulrehman cabdiraxmaan abdurahman abdramane
        abdulaziz: abdelaziz abdiaziz abdulazeez cabdicasiis
        abdulkarim: abdelkarim abdikarim abdulkareem abdelkrim
        abdulqadir: abdelkader abdiqadir abdulkadir abdulqader abdelqader
        abdulrashid: abdirashid abdurrashid cabdirashiid abdurashid abdirachid abdirascid
        abdulsalam: abdusalam abdessalam abdisalam abdussalam
        abdulmajid: abdelmajid abdulmajeed
        abdulhamid: abdelhamid abdulhameed
        abdulwahab: abdelwahab abdiwahab
        abdi: cabdi abdo abdou
        # women
        fatima: fatoumata fatou fadime fadima fatuma patimat fatemeh fathima fatimata fatimatou fotima fadma fatna fatim fatme faadumo fadumo fatema fatimah fatma faduma petimat fatime
        aisha: ayse aysha aissata aissatou aicha caasho caisha aishat aishatu aysa ayesha aisa aysha
        khadija: hatice kadiatou khadidja xadiijo khadijat hadidja adija kadija khadeja khadijatu hadiza khatija kadidja
        maryam: mariam mary maryan meriem myriam maryama mariama meryem maryem miriam maria merjem
        zainab: zeynep zaynab zineb seynab zeinab zenab zaineb saynab zaynabu zeynab
        amina: aminah aminata emine aminatou aamina amiina ameena
        amira: ameera emira
        ruqayya: rokaya rukia ruqayyah rukayya rukhaya roqaya ruqiya ruqia
        kulsum: kulthum kulsoom kalsoom kalthoum gulsum
        asma: asmaa esma asmah
        hawa: hawwa eve hava xaawo
        halima: haleema xaliimo halimatou halime halimah alima
        hafsa: hafsah hafza xafsa
        sumaya: sumayya soumaya sumaiya sumeya sumayyah
        safiya: safia safiyah safiyya sofia safiyo
        sakina: sakinah sukaina sekina
        salma: selma salmah
        samira: sameera semira samiira
        sara: sarah saara
        layla: leila laila leyla leylo laylah
        latifa: lateefa latifah
        nadia: nadya nadiya
        naima: naeema
        nasrin: nasreen nesrin nasrine
        nur: noor nour nura nuur noora
        rabia: rabiah rabea
        rahma: rahmah raxma
        rania: raniya
        rashida: rasheeda rachida
        sabrina: sabreena
        saida: saeeda
        shaima: shaimaa chaima shayma
        shirin: shireen shereen
        sana: sanaa thana
        yasmin: jasmine yasmina yasmeen
        yusra: yousra youssra
        zahra: zehra fatimazahra sahra zohra zaahra
        zara: zarah
        zuhra: zohra zuhur
        hayat: hayet
        iman: eman imane iiman
        ikram: ikraam ikran
        hodan: hoodan
        hibaq: hibak hibo
        ifrah: ifrax
        naciima: nacima
        sahro: sahra
        ubah: ubax
        asha: caasha aisha
        deqa: deeqa
        # family names and titles
        sheikh: cheikh sheekh shekh sheik shaikh
        sayyid: syed said sayed saiyed syeda seyed
        hajji: haji hadji xaaji hajj
        qazi: kazi kadi qadi quazi ghazi
        mirza: meerza
        malik: mallick mallik
        chowdhury: chaudhry chowdhry chaudhri chaudhuri chaudhari choudhari choudhary choudhuri chowdary chaudri chaudry chudhry chowdhary choudary
        qureshi: quraishi kureshi quraishy qureishi koraishi
        siddiqui: siddiqi siddiky seddiqi siddeeqi
        ansari: ansary
        haque: haq hoque huq hak hakh hague
        hossain: hussain
        islam: eslam
        khan: khaan xan
        rahman: rehman rahmaan rohman raxmaan
        uddin: udin eddin addin oddin
        ullah: allah ulla
        miah: mia miya meah mian miyan
        bibi: beebee
        begum: begam bagum
        khatun: khatoon khatum
        akhtar: akther akter akhter aktar
        parvin: parveen perveen
        sultana: sultanah
        sarkar: sarker sorkar sircar
        talukdar: talukder
        mondal: mandal mondol
        biswas: bishwas
        majumdar: mazumder mojumdar majumder mazumdar
        bhuiyan: bhuiya bhuyan
        """
}
