// SPDX-License-Identifier: Apache-2.0

extension NameVariants {
    /// Source: common English short forms and usual romanisations, compiled for this package; not measured. Spellings that
    /// `Sound` already brings together are listed only where they look very unlike each other.
    static let table = """
        # English short forms
        robert: rob bob bobby robbie bert
        michael: mike mick mikey micky mikael
        david: dave davey davy dafydd
        william: will bill billy willy liam wills
        richard: rick dick richie ricky rich
        thomas: tom tommy tomas
        stephen: steve steven ste stevie
        andrew: andy drew
        peter: pete
        christopher: chris kit kris topher
        daniel: dan danny
        matthew: matt matty
        anthony: tony ant antony
        kevin: kev
        philip: phil phillip pip
        jonathan: jon jonny johnathan jonathon
        nicholas: nick nicky nico
        edward: ed eddie ted ned teddy eddy
        joseph: joe joey
        charles: charlie chas chuck charley
        benjamin: ben benji benny
        samuel: sam sammy
        jacob: jake jay
        james: jim jimmy jamie
        john: jack johnny jon jonny ian sean
        george: georgie
        kenneth: ken kenny
        raymond: ray
        geoffrey: geoff jeff jeffrey jeffery
        leslie: les lesley
        albert: bert al alby
        arthur: art
        frederick: fred freddie freddy
        henry: harry hal
        joshua: josh
        alexander: alex sandy xander alec alistair sacha
        gregory: greg
        timothy: tim
        zachary: zach zac zak zack
        gerald: gerry jerry
        terence: terry tel
        ronald: ron ronnie
        donald: don donny
        douglas: doug dougie
        vincent: vince vinny
        francis: frank fran frankie
        dominic: dom dominik
        stuart: stu stewart
        graham: graeme grahame
        patrick: pat paddy padraig
        nathaniel: nathan nate nat
        malcolm: mal
        alistair: ali alasdair alastair alister
        reuben: ruben
        louis: lewis lou louie
        callum: calum cal
        cameron: cam
        dylan: dyl
        jayden: jaden jaydon jay
        tyler: ty
        oliver: ollie olly
        leonard: leo len lenny
        theodore: theo ted teddy
        archibald: archie
        reginald: reg reggie
        maximilian: max
        isaac: zac zak ike
        margaret: maggie meg peggy marge mags
        elizabeth: liz lizzie beth betty eliza libby elisabeth betsy lisa
        jennifer: jen jenny jenni
        susan: sue susie suzy
        patricia: pat trish tricia patsy
        deborah: deb debbie debra
        amanda: mandy
        nicola: nicky nikki nicole
        jacqueline: jackie jacqui jacky
        christine: chris chrissie christina
        victoria: vicky tori vicki vikki
        katherine: kate katie kathy kat catherine kathryn cath cathy katharine kay katy
        samantha: sam sammy sammi
        alison: ali allison
        rebecca: becky bec becca becks
        rachel: rach rachael
        jessica: jess jessie
        charlotte: lottie charlie charley lotte
        bethany: beth
        abigail: abi abbie gail abby
        eleanor: ellie nell nora elinor ella nelly
        isabella: bella izzy isobella isabel isobel isabelle
        matilda: tilly tilda
        florence: flo florrie
        rosemary: rosie rose
        millicent: millie mildred
        natalie: nat nathalie
        gillian: gill jill
        dorothy: dot dotty
        barbara: barb babs
        theresa: terry tess teresa
        frances: fran frankie
        caroline: carrie carolyn caro
        stephanie: steph stefanie
        danielle: dani
        francesca: fran frankie chess
        gabrielle: gabby gabriella
        philippa: pippa pip
        judith: judy jude
        anne: ann annie anna
        hannah: hanna
        sarah: sara sally
        claire: clare clair
        zoe: zoey
        caitlin: kaitlyn katelyn kaitlin caitlyn
        megan: meg meghan
        emily: em emmy
        emma: em
        olivia: liv livvy livi
        amelia: millie amy mel
        georgia: georgie georgina
        harriet: hattie harri
        imogen: immy
        natasha: tash tasha
        melissa: mel
        vanessa: ness nessa
        beverley: bev beverly
        kimberley: kim kimberly
        madeleine: maddie madeline madison
        chloe: khloe
        kayleigh: kaylee kayley kaleigh kay
        ashleigh: ashley ashlee ash
        leah: lea
        lee: leigh
        shannon: shan
        sophie: sophia sofia soph
        phoebe: febe
        tegan: teagan
        robyn: robin rob
        # Irish, Scottish, Welsh
        siobhan: shivaun shevaun chevonne shavon siobhain
        niamh: neve neave nieve
        aoife: eefa efa
        saoirse: seersha sersha
        caoimhe: keeva kiva queeva
        sinead: shinade
        roisin: rosheen
        sean: shaun shawn shane
        eoin: owen eoghan euan ewan
        cian: kian keane
        oisin: osheen
        tadhg: teague tiger
        ciaran: kieran kieron
        grainne: grania
        aisling: ashling aislinn
        sian: shan sharn
        rhys: reece reese rees
        ioan: johan euan
        geraint: gerent
        ruaridh: rory ruairi
        # Arabic, Persian, South Asian
        mohammed: muhammad mohamed mohammad muhammed mohamad mohd md mohamud maxamed mo mehmet mohamet mahammad
        ahmed: ahmad ahmet axmed
        hussain: hussein husain hossain husayn hosein hossein xuseen
        hassan: hasan xasan
        yusuf: yousef youssef yousuf yusef yousaf josef joseph yusof
        ibrahim: ebrahim ibraheem abraham ibraahin
        abdullah: abdulla abdallah abdullahi abdillahi
        abdul: abdool abd
        abdirahman: abdulrahman abdurahman cabdiraxmaan abdi abdurrahman
        omar: umar omer umer cumar
        usman: osman othman uthman cusmaan
        khalid: khaled kalid halid
        ismail: ismaeel esmail ismael
        mustafa: mostafa moustafa
        qasim: kasim qassim kassim
        javed: jawed javaid jawaid
        mahmood: mahmoud mehmood mahmud
        fatima: fatimah fathima fatema fatma faadumo fadumo
        aisha: ayesha aysha aishah ayisha aaisha caasha asha
        khadija: khadeeja hadija kadija khadijah
        maryam: mariam miriam meryem mariyam maryan
        zainab: zeinab zaynab zeynab
        yasmin: yasmeen jasmin yasmine jasmine
        zahra: zara zehra sahra
        leila: layla laila leyla lailah
        noor: nour nur nura noura
        safiya: safia safiyya sofia
        chowdhury: choudhury chaudhry choudhry chowdhry chaudhary
        rahman: rehman rahmaan
        miah: mia miya meah
        qureshi: quraishi koreshi kureshi
        sheikh: shaikh shaykh sheik
        singh: sing sinh
        begum: begam
        farah: faarax fara
        warsame: warsama
        saeed: said sayeed sayed
        jamal: gamal cjamaal
        harpreet: harry
        gurpreet: guri
        # East European
        krzysztof: chris kris christopher
        piotr: peter petr
        pawel: paul pavel
        michal: michael mihai mikhail mykhailo
        tomasz: tom thomas
        jakub: kuba jacob
        aleksandra: ola alex alexandra oleksandra sasha
        malgorzata: gosia margaret
        katarzyna: kasia kate
        agnieszka: aga
        magdalena: magda
        oleksandr: sasha alex alexander aleksandr aleksander olexandr
        volodymyr: vlad vova vladimir wolodymyr
        dmytro: dmitri dmitry dima
        serhiy: sergei sergiy serhii sergey
        andriy: andrey andrii andrei andrzej
        mykola: nikolai mikola nicolae
        olena: elena helena alena lena
        iryna: irina irena
        tetiana: tatiana tetyana tanya
        yuliya: yulia julia iulia
        natalya: natalia nataliia natasha
        ivan: john jan ion ioan
        kowalski: kowalska kovalski
        shevchenko: schevchenko chevchenko
        wisniewski: wisniewska vishnevski
        dabrowski: dabrowska dombrowski
        # Chinese, Vietnamese
        zhang: chang cheung jang
        wang: wong
        huang: wong hwang
        chen: chan tan chin
        li: lee lei ly
        liu: lau lew
        zhou: chou chow
        xu: hsu tsui
        zhao: chao chiu
        guo: kuo kwok
        nguyen: ngyuen nguyan
        wu: ng woo
        # alike, and not the same: brothers and sisters are often named so
        ! hassan hasan xasan / hussain hussein husain hossain husayn hosein hossein xuseen
        ! khan / kane
        ! jack / jake
        ! sara sarah / zara zahra
        ! amina aminah / amira amirah
        ! aisha ayesha / asia
        ! daniel / danielle daniella
        ! michael / michelle michaela
        ! joanna / joanne
        ! paul / paula
        ! john / joan
        ! martin / martina
        ! patrick / patricia
        ! francis / frances
        ! muhammad mohammed mohamed / mahmood mahmoud mehmood ahmed ahmad
        ! hamid / ahmed
        ! karim / karima
        ! jamal / jamila
        ! gurpreet / harpreet
        """
}
